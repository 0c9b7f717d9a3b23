import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchChromium } from "../browser.ts";
import { linesOf, openPage, pageOf, partners, questions, type Partners } from "./partner-page.ts";

const kinds = Object.keys(questions);

let browser: Browser;
let hosts: Partners;
let lines: ReadonlyMap<string, string>;
let everything: string;

beforeAll(async () => {
  browser = await launchChromium();
  hosts = await partners();
  const made = new Map<string, string>();
  for (const kind of kinds) made.set(kind, await linesOf(hosts.figures, kind));
  lines = made;
  everything = [...made.values()].join("\n");
});
afterAll(async () => {
  await browser.close();
  await hosts.close();
});
beforeEach(() => {
  hosts.figures.requests.length = 0;
  hosts.partner.headers = {};
});
afterEach(() => {
  hosts.figures.spoil = (_, content) => content;
});

const open = (path: string, body: string, head?: string, attributes?: string, width = 800) => {
  hosts.partner.pages.set(path, pageOf(body, head, attributes));
  return openPage(browser, hosts, path, { width, height: 12_000 });
};

const line = () => lines.get("line") ?? "";

const pictures = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".yeelen-holder")].map((holder) => {
      const shapes = [...(holder.shadowRoot?.querySelectorAll("path,rect,circle,line,text") ?? [])];
      return shapes.map((shape) => {
        const { fill, stroke, fontSize } = getComputedStyle(shape);
        const drawn = ["d", "x", "y", "cx", "cy", "width", "height"].map((name) => shape.getAttribute(name));
        return [shape.localName, shape.textContent, fill, stroke, fontSize, ...drawn].join("|");
      });
    }),
  );

const policies: Readonly<Record<string, string>> = {
  "script-src and connect-src alone":
    "default-src 'none'; script-src ORIGIN; connect-src ORIGIN; style-src 'self'",
  "trusted types, and none allowed":
    "default-src 'none'; script-src ORIGIN; connect-src ORIGIN; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  "a nonce and strict-dynamic":
    "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; connect-src ORIGIN",
  "a sandbox of an origin of its own":
    "sandbox allow-scripts; default-src 'none'; script-src ORIGIN; connect-src ORIGIN",
  "a newsroom's own":
    "default-src 'self'; script-src 'self' ORIGIN; connect-src 'self' ORIGIN; img-src 'self'; font-src 'self'; style-src 'self'; frame-src 'none'; worker-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'",
};

test.each(Object.entries(policies))("every element works under %s", async (name, policy) => {
  hosts.partner.headers = {
    "Content-Security-Policy": policy.replaceAll("ORIGIN", hosts.figures.origin),
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
  };
  const opened = await open("/policy.html", everything.replaceAll("<script ", '<script nonce="abc" '));
  const told = await opened.told(kinds.length);
  expect(told.filter((one) => !one.startsWith("yeelen-ready"))).toEqual([]);
  const { violations, shift } = await opened.seen();
  expect(violations).toEqual([]);
  expect(shift, name).toBe(0);
  expect(opened.errors).toEqual([]);
  expect(opened.elsewhere).toEqual([]);
  expect((await pictures(opened.page)).filter((shapes) => shapes.length > 2)).toHaveLength(kinds.length - 1);
  expect(hosts.figures.requests.some(({ cookie, referrer }) => cookie && referrer)).toBe(false);
  await opened.close();
});

test.each([360, 1280])("every element keeps its box at %i px: nothing on the page moves", async (width) => {
  const opened = await open("/box.html", everything, "", 'lang="en"', width);
  await opened.told(kinds.length);
  const { shift, told } = await opened.seen();
  expect(told.filter((one) => !one.startsWith("yeelen-ready"))).toEqual([]);
  expect(shift).toBe(0);
  const outside = await opened.page.evaluate(() =>
    [...document.querySelectorAll(".yeelen-holder")].flatMap((holder) => {
      const svg = holder.shadowRoot?.querySelector("svg");
      const [box, room] = [svg?.getBoundingClientRect(), holder.getBoundingClientRect()];
      return box && (box.height > room.height + 1 || box.width > room.width + 1)
        ? [
            `${holder.closest("figure")?.parentElement?.localName} ${box.width}×${box.height} in ${room.width}×${room.height}`,
          ]
        : [];
    }),
  );
  expect(outside).toEqual([]);
  await opened.close();
});

test("hostile style sheets, small root fonts, a page from right to left, polluted prototypes: same pictures", async () => {
  const plain = await open("/plain.html", everything);
  await plain.told(kinds.length);
  const wanted = await pictures(plain.page);
  await plain.close();
  const hostile: [string, string, string?][] = [
    ["style", "<style>*{all:unset!important}html{font-size:62.5%}svg,path,text{fill:red!important}</style>"],
    ["rtl", "", 'lang="en" dir="rtl"'],
    [
      "prototypes",
      `<script>
        Object.prototype.evil = "evil"; Array.prototype.evil = () => "evil"; Function.prototype.evil = 1;
        Array.prototype.toJSON = String.prototype.toJSON = () => "evil"; Element.prototype.evil = "evil";
        Object.prototype.toString = () => "evil"; Element.prototype.hide = Node.prototype.remove;
      </script>`,
    ],
  ];
  for (const [name, head, attributes] of hostile) {
    const opened = await open(`/${name}.html`, everything, head, attributes);
    const told = await opened.told(kinds.length);
    expect(
      told.filter((one) => !one.startsWith("yeelen-ready")),
      name,
    ).toEqual([]);
    const drawn = await pictures(opened.page);
    if (name === "prototypes") expect(drawn, name).toEqual(wanted);
    else
      expect(drawn.map((shapes) => shapes.filter((shape) => /evil|rgb\(255, 0, 0\)/.test(shape)))).toEqual(
        wanted.map(() => []),
      );
    if (name === "rtl")
      expect(drawn.map((shapes) => shapes.length)).toEqual(wanted.map((shapes) => shapes.length));
    expect(opened.errors, name).toEqual([]);
    await opened.close();
  }
});

test("an element leaves its page as it was: globals, prototypes, head, history, storage, cookies, listeners", async () => {
  const opened = await open("/state.html", `<div id="place"></div><template>${everything}</template>`);
  const { page } = opened;
  const state = () =>
    page.evaluate(() => ({
      globals: Object.getOwnPropertyNames(globalThis).filter(
        (name) => name !== "seen" && name !== "__pwInitScripts",
      ),
      prototypes: [
        Object,
        Array,
        String,
        Function,
        Promise,
        Map,
        Element,
        HTMLElement,
        SVGElement,
        Node,
        Document,
      ].map((one) => Reflect.ownKeys(one.prototype as object).length),
      head: document.head.innerHTML,
      root: document.documentElement.getAttributeNames().join(" "),
      sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
      history: history.length,
      address: location.href,
      storage: localStorage.length + sessionStorage.length,
      cookies: document.cookie,
      title: document.title,
    }));
  const client = await page.context().newCDPSession(page);
  const listeners = async () => {
    const { result } = await client.send("Runtime.evaluate", { expression: "window" });
    const found = await client.send("DOMDebugger.getEventListeners", { objectId: result.objectId ?? "" });
    // the test's own tool listens to hands once it has used one: only names it never takes count
    const own = /^(__playwright.*|(aux|dbl)?click|contextmenu|mouse.*|pointer(down|up)|touch.*)$/;
    return found.listeners
      .map(({ type }) => type)
      .filter((type) => !own.test(type))
      .sort();
  };
  const [before, heard] = [await state(), await listeners()];
  await page.evaluate(() => {
    const held = document.querySelector("template")?.content.cloneNode(true) as DocumentFragment;
    for (const script of held.querySelectorAll("script")) {
      const live = document.createElement("script");
      for (const { name, value } of script.attributes) live.setAttribute(name, value);
      script.replaceWith(live);
    }
    document.querySelector("#place")?.append(held);
  });
  await opened.told(kinds.length);
  await page.evaluate(() => document.querySelector("yeelen-line details")?.toggleAttribute("open"));
  await page.waitForFunction(
    () => document.querySelector("yeelen-line details")?.lastElementChild?.shadowRoot,
  );
  expect(await state()).toEqual(before);
  expect(await listeners()).toEqual(heard);
  await page.evaluate(() => document.querySelector("#place")?.replaceChildren());
  expect(await state()).toEqual(before);
  await opened.close();
});

test("two versions of an element on one page: the first stays, nothing throws", async () => {
  const second = line().replaceAll("/widgets/", "/earlier/");
  const opened = await open("/two.html", line() + second);
  const told = await opened.told(2);
  expect(told.every((one) => one.startsWith("yeelen-ready"))).toBe(true);
  expect(opened.errors).toEqual([]);
  const [first, other] = await pictures(opened.page);
  expect(other).toEqual(first);
  await opened.close();
});

test("1,000 mounts and unmounts leave nothing behind", async () => {
  const opened = await open("/mounts.html", `<div id="place" style="display:grid"></div>${line()}`);
  await opened.told();
  const { page } = opened;
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  const counts = async () => {
    await client.send("HeapProfiler.collectGarbage");
    const { metrics } = await client.send("Performance.getMetrics");
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return { nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize") };
  };
  const mount = (times: number) =>
    page.evaluate(async (rounds) => {
      const place = document.querySelector("#place") as Element;
      const template = document.querySelector("main > yeelen-line") as Element;
      const still = template.cloneNode(true) as Element;
      for (const holder of still.querySelectorAll(".yeelen-holder")) {
        const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        svg.setAttribute("viewBox", "0 0 340 300");
        svg.setAttribute("height", "300");
        svg.setAttribute("width", "100%");
        holder.replaceWith(svg);
      }
      for (let round = 0; round < rounds; round++) {
        const batch = Array.from({ length: 25 }, () => still.cloneNode(true) as HTMLElement);
        for (const one of batch) one.style.gridArea = "1 / 1";
        const ready = batch.map(
          (one) => new Promise((resolve) => one.addEventListener("yeelen-ready", resolve, { once: true })),
        );
        place.replaceChildren(...batch);
        await Promise.all(ready);
        place.replaceChildren();
      }
      const { seen } = globalThis as unknown as { seen: { told: string[] } };
      seen.told.length = 1;
    }, times);
  await mount(4);
  const before = await counts();
  await mount(40);
  // An observer's undelivered entries hold the last batch until a frame has passed, so what is left is counted again after one.
  await expect
    .poll(
      async () => {
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
        const after = await counts();
        const grown = (name: keyof typeof after) => after[name] - before[name];
        return {
          nodes: grown("nodes") < 200,
          listeners: grown("listeners") < 20,
          heap: grown("heap") < 2_000_000,
        };
      },
      { timeout: 30_000, interval: 200 },
    )
    .toEqual({ nodes: true, listeners: true, heap: true });
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test("an element that is moved, taken out, put back and told otherwise ends as last told", async () => {
  const opened = await open("/moved.html", `<section></section>${line()}`);
  await opened.told();
  const { page } = opened;
  const bars = await page.evaluate(async () => {
    const element = document.querySelector("yeelen-line") as Element;
    const section = document.querySelector("section") as Element;
    for (let time = 0; time < 5; time++) {
      section.append(element);
      document.querySelector("main")?.append(element);
    }
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    section.append(element);
    await new Promise((resolve) => element.addEventListener("yeelen-ready", resolve, { once: true }));
    return element.querySelectorAll(".yeelen-holder").length;
  });
  expect(bars).toBe(1);
  await page.evaluate(() => {
    const element = document.querySelector("yeelen-line") as Element;
    for (const areas of ["MLI", "NER", "SEN", "BRA", "UKR"]) element.setAttribute("areas", areas);
  });
  await expect
    .poll(() => page.evaluate(() => document.querySelector("yeelen-line")?.shadowRoot?.textContent))
    .toMatch(/Ukraine/);
  const said = await page.evaluate(
    () => document.querySelector("yeelen-line")?.shadowRoot?.textContent ?? "",
  );
  expect(said).not.toMatch(/Brazil|Senegal/);
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test("twelve widgets of one question make one data request; of two kinds through loader.js as well", async () => {
  const figure = line().slice(0, line().indexOf("<script"));
  const bar = lines.get("bar") ?? "";
  const more = bar.slice(0, bar.indexOf("<script"));
  const loader = `<script type="module" src="${hosts.figures.origin}/widgets/loader.js" crossorigin></script>`;
  const opened = await open("/twelve.html", figure.repeat(6) + more.repeat(6) + loader);
  const told = await opened.told(12);
  expect(told.filter((one) => one.startsWith("yeelen-ready"))).toHaveLength(12);
  const paths = hosts.figures.requests.map(({ path }) => path);
  expect(paths.filter((path) => path.startsWith("/data/"))).toHaveLength(1);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.some((path) => path.includes("map") || path.includes("world"))).toBe(false);
  await opened.close();
});

test("nothing is fetched for an element far below the fold", async () => {
  hosts.partner.pages.set("/fold.html", pageOf(`<div style="height:9000px"></div>${line()}`));
  const opened = await openPage(browser, hosts, "/fold.html", { height: 700 });
  await opened.page.waitForTimeout(400);
  expect(hosts.figures.requests.map(({ path }) => path)).toEqual(["/widgets/yeelen-line.js"]);
  await opened.page.locator("yeelen-line").scrollIntoViewIfNeeded();
  await opened.told();
  await opened.close();
});

test.each<[string, (path: string, content: Buffer) => Buffer | string | null | Promise<Buffer>]>([
  ["missing", () => "not found"],
  ["offline", () => null],
])("every element keeps its static figure and says one line when its data are %s", async (_, spoil) => {
  hosts.figures.spoil = (path, content) => (path.startsWith("/data/") ? spoil(path, content) : content);
  const opened = await open("/spoilt.html", everything);
  const words = await opened.page.locator("main").textContent();
  const told = await opened.told(kinds.length);
  expect(told.filter((one) => !one.startsWith("yeelen-error"))).toEqual([]);
  expect(await opened.page.locator("main").textContent()).toBe(words);
  expect(await opened.page.locator(".status").count()).toBe(kinds.length);
  expect((await opened.seen()).shift).toBe(0);
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test("slow data: the static figure stands until they have come", async () => {
  hosts.figures.spoil = async (path, content) => {
    if (path.startsWith("/data/")) await new Promise((resolve) => setTimeout(resolve, 700));
    return content;
  };
  const opened = await open("/slow.html", line());
  expect(await opened.page.locator("yeelen-line svg[viewBox]").first().isVisible()).toBe(true);
  expect((await opened.seen()).told).toEqual([]);
  await opened.told();
  expect((await opened.seen()).shift).toBe(0);
  await opened.close();
});

test("what loads later and cannot be had throws nothing", async () => {
  hosts.figures.spoil = (path, content) => (path.includes("/chunks/") ? null : content);
  const opened = await open("/later.html", line());
  await opened.told();
  await opened.page.locator("yeelen-line .plot").hover();
  await opened.page.locator("yeelen-line summary").click();
  await opened.page.waitForTimeout(300);
  expect(opened.errors).toEqual([]);
  expect(await opened.page.locator("yeelen-line td").first().isVisible()).toBe(true);
  await opened.close();
});

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
    src: `${hosts.figures.origin}/data/`,
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
  const loader = `<script type="module" src="${hosts.figures.origin}/widgets/loader.js" crossorigin></script>`;
  const opened = await open("/corpus.html", elements.join("") + loader);
  await opened.told(elements.length);
  expect(await harm(opened.page)).toEqual({ pwned: false, made: [] });
  expect(opened.errors).toEqual([]);
  expect(opened.elsewhere).toEqual([]);
  await opened.close();
});

test("hostile text in any field of the data stays text", async () => {
  const folder = "data/published/unodc-glotip/2025-04-14";
  const path = "views/victims-detected.total.json";
  const text = corpus.join(" ");
  const view = JSON.parse(await readFile(`${folder}/${path}`, "utf8"));
  for (const key of ["title", "definition", "protection"]) view.about[key] = text;
  view.about.unit = { id: text, one: text, other: text };
  view.about.caveats = [text];
  view.about.breaks = [{ area: "MLI", period: 2015, reason: text }];
  for (const source of view.about.sources)
    for (const key of Object.keys(source))
      source[key] = key === "url" ? "javascript:globalThis.pwned=1" : text;
  const content = JSON.stringify(view);
  const hash = (bytes: string) => createHash("sha256").update(bytes).digest("hex");
  const manifest = JSON.stringify({ files: [{ path, sha256: hash(content) }] });
  const release = {
    release: "2025-04-14",
    manifest: "m/manifest.json",
    sha256: hash(manifest),
    status: "current",
  };
  const catalog = { datasets: [{ dataset: "d", indicators: ["victims-detected"], releases: [release] }] };
  const { pages } = hosts.figures;
  pages.set("/hostile/catalog.json", JSON.stringify(catalog));
  pages.set("/hostile/m/manifest.json", manifest);
  pages.set(`/hostile/m/${path}`, content);
  const drawn = kinds.filter((kind) => !["timeline", "flow"].includes(kind));
  const elements = drawn.map(
    (kind) =>
      `<yeelen-${kind} src="${hosts.figures.origin}/hostile/" indicator="victims-detected" areas="MLI NER" period="2007..2022"></yeelen-${kind}>`,
  );
  const loader = `<script type="module" src="${hosts.figures.origin}/widgets/loader.js" crossorigin></script>`;
  const opened = await open("/hostile-data.html", elements.join("") + loader);
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
