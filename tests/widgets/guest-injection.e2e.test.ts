import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright";
import { expect, test } from "vitest";
import { guestPages, kinds } from "./guest-page.ts";

const guests = guestPages();

const corpus = [
  `<img src=x onerror="globalThis.pwned=1">`,
  `"><script>globalThis.pwned=1</script>`,
  `javascript:globalThis.pwned=1`,
  `</style></svg><svg onload=globalThis.pwned=1>`,
  `';alert(1)//\${globalThis.pwned=1}{{constructor.constructor('pwned=1')()}}`,
];

test("hostile text in any attribute stays text", async () => {
  const escape = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  const names =
    "indicator areas period by where measure release order limit src integrity theme heading chosen lang".split(
      " ",
    );
  const given = {
    src: `${guests.hosts.figures.origin}/data/`,
    indicator: "victims-detected",
    areas: "MLI",
    period: "2007..2022",
  };
  const elements = names.flatMap((name) =>
    corpus.map((text, index) => {
      const all = Object.entries({ ...given, [name]: text }).map(
        ([key, value]) => `${key}="${escape(value)}"`,
      );
      const kind = kinds[index * 2];
      return `<yeelen-${kind} ${all.join(" ")}></yeelen-${kind}>`;
    }),
  );
  const loader = `<script type="module" src="${guests.hosts.figures.origin}/widgets/loader.js" crossorigin></script>`;
  const opened = await guests.open("/corpus.html", elements.join("") + loader);
  await opened.told(elements.length);
  expect(await harm(opened.page)).toEqual({ pwned: false, made: [] });
  expect(opened.errors).toEqual([]);
  expect(opened.elsewhere).toEqual([]);
  await opened.close();
});

test("hostile text in any field of the data stays text", async () => {
  const [dataset, release] = ["unodc-glotip", "2025-04-14"];
  const folder = `${dataset}/${release}`;
  const path = "views/victims-detected.total.json";
  const text = corpus.join(" ");
  const view = JSON.parse(await readFile(`data/published/${folder}/${path}`, "utf8"));
  for (const key of ["title", "definition", "protection"]) view.about[key] = text;
  view.about.unit = { id: text, one: text, other: text };
  view.about.caveats = [text];
  view.about.breaks = [{ area: "MLI", period: 2015, reason: text }];
  for (const source of view.about.sources)
    for (const key of Object.keys(source))
      source[key] = key === "url" ? "javascript:globalThis.pwned=1" : text;
  const content = JSON.stringify(view);
  const hash = (bytes: string) => createHash("sha256").update(bytes).digest("hex");
  const manifest = JSON.stringify({
    dataset,
    release,
    files: [{ path, sha256: hash(content) }],
  });
  const listed = {
    release,
    manifest: `${folder}/manifest.json`,
    sha256: hash(manifest),
    status: "current",
  };
  const catalog = { datasets: [{ dataset, indicators: ["victims-detected"], releases: [listed] }] };
  const { pages } = guests.hosts.figures;
  pages.set("/hostile/catalog.json", JSON.stringify(catalog));
  pages.set(`/hostile/${listed.manifest}`, manifest);
  pages.set(`/hostile/${folder}/${path}`, content);
  const drawn = kinds.filter((kind) => !["timeline", "flow"].includes(kind));
  const elements = drawn.map(
    (kind) =>
      `<yeelen-${kind} src="${guests.hosts.figures.origin}/hostile/" indicator="victims-detected" areas="MLI NER" period="2007..2022"></yeelen-${kind}>`,
  );
  const loader = `<script type="module" src="${guests.hosts.figures.origin}/widgets/loader.js" crossorigin></script>`;
  const opened = await guests.open("/hostile-data.html", elements.join("") + loader);
  const told = await opened.told(drawn.length);
  expect(told.filter((one) => !one.startsWith("yeelen-ready"))).toEqual([]);
  for (const summary of await opened.page.locator("summary").all()) await summary.click();
  await expect.poll(() => opened.page.locator(".tools").count()).toBeGreaterThan(5);
  expect(await harm(opened.page)).toEqual({ pwned: false, made: [] });
  expect(opened.errors).toEqual([]);
  await opened.close();
});

/** Whether a page was taken over, and the elements that no figure is made of. */
const harm = (page: Page) =>
  page.evaluate(() => {
    const made: string[] = [];
    const walk = (root: ParentNode) => {
      for (const element of root.querySelectorAll("*")) {
        const handlers = element.getAttributeNames().filter((name) => name.startsWith("on"));
        const link = element.getAttribute("href") ?? "";
        if (/^(img|iframe|object|embed|foreignObject)$/.test(element.localName) || handlers.length > 0)
          made.push(element.outerHTML);
        if (/^\s*javascript:/i.test(link)) made.push(link);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    return { pwned: "pwned" in globalThis, made };
  });
