import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";
import type { Catalog, Manifest } from "@yeelen/dataset";
import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog } from "@yeelen/query";
import type { Page } from "playwright";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { built, folder, siteBehind, type OpenOptions, type SiteBehind } from "./site.ts";

const detected = "en/indicator/victims-detected/";
const patient = { timeout: 30_000 };

describe.skipIf(!built)("the indicator page", { timeout: 60_000 }, () => {
  let site: SiteBehind;

  beforeAll(async () => {
    site = await siteBehind();
  });

  beforeEach(() => {
    site.host.spoil = (_, content) => content;
  });

  afterAll(() => site?.close());

  async function open(path: string, options: OpenOptions = {}): Promise<Page> {
    const page = await site.open(path, options);
    await expect.poll(() => page.locator("[role=tab]").first().isEnabled(), patient).toBe(true);
    return page;
  }

  const kindShown = (page: Page) => page.locator("[role=tab][aria-selected=true]").textContent();
  const table = (page: Page) => page.locator(".explorer .yeelen-table").first().textContent();

  test("tabs go by keyboard, say why one is closed, and back and forward go through the choices", async () => {
    const page = await open(detected);
    await page.getByRole("tab", { name: "Line" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toContain("kind=bar");
    await expect.poll(() => page.locator(".explorer .yeelen-table thead").textContent()).toContain("Year");
    await page.getByRole("tab", { name: "Stack" }).click();
    await expect.poll(() => page.url()).toContain("kind=stack");
    expect(page.url()).toContain("by=sex");
    await expect.poll(() => page.locator(".explorer .yeelen-subtitle").textContent()).toContain("by sex");
    await page.getByRole("tab", { name: "Flows" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".tabs p").textContent()).toContain("names no second country");
    await page.goBack();
    await expect.poll(() => kindShown(page)).toBe("Bars");
    await page.goBack();
    await expect.poll(() => kindShown(page)).toBe("Line");
    await page.goForward();
    await expect.poll(() => kindShown(page)).toBe("Bars");
  });

  test("years go by two thumbs and, where one is shown, by steps; the address keeps them", async () => {
    const page = await open(`${detected}?areas=MLI+NER&period=2010..2020&kind=map`);
    await expect.poll(() => kindShown(page)).toBe("Map");
    await page.getByRole("slider", { name: "First year" }).press("ArrowRight");
    await expect.poll(() => page.url()).toContain("period=2011..2020");
    await page.getByRole("slider", { name: "Last year" }).press("Home");
    await expect.poll(() => page.url()).toContain("period=2011&");
    await page.getByRole("slider", { name: "Last year" }).press("End");
    await page.getByRole("button", { name: "Next year" }).click();
    await expect.poll(() => page.url()).toContain("year=2011");
    await page.getByRole("button", { name: "Next year" }).click();
    await expect.poll(() => page.locator(".shown").textContent()).toBe("2012");
    await expect.poll(() => page.locator(".explorer .yeelen-subtitle").textContent()).toContain("2012");
  });

  test("a map's frames and signs are those of the width that is shown", async () => {
    const page = await open(`${detected}?areas=programme&period=2010..2020&kind=map`);
    await expect.poll(() => kindShown(page)).toBe("Map");
    await page.locator(".explorer .plot svg clipPath").first().waitFor({ state: "attached" });
    const [shown, strange] = await page.evaluate(() => {
      const plots = [...document.querySelectorAll(".explorer .plot")].filter((plot) =>
        plot.checkVisibility(),
      );
      const names = plots.flatMap((plot) =>
        [...plot.innerHTML.matchAll(/url\(#([^)]+)\)/g)].map(([, id = ""]) => ({ plot, id })),
      );
      const away = names.filter(({ plot, id }) => !plot.contains(document.getElementById(id)));
      return [names.length, away.map(({ id }) => id)] as const;
    });
    expect(shown).toBeGreaterThan(0);
    expect(strange).toEqual([]);
  });

  test("a part that is counted alone is named in the title", async () => {
    const page = await open(`${detected}?areas=MLI&period=2007..2022&where=sex:F`);
    await expect
      .poll(() => page.locator(".explorer .yeelen-title").textContent(), patient)
      .toContain("Female");
  });

  test("a question that no prebuilt file holds is answered by DuckDB, with the digest of `yeelen query`", async () => {
    withoutView("unodc-glotip", ["sex", "age"]);
    const page = await open(detected);
    const before = await table(page);
    await page.getByLabel("Breakdown").selectOption("sex age");
    await page.getByText("No prebuilt file holds these figures by sex and age").waitFor(patient);
    expect(await table(page)).toBe(before);
    await page.getByRole("button", { name: "Cancel" }).click();
    expect(await page.getByLabel("Breakdown").inputValue()).toBe("");
    await page.getByLabel("Breakdown").selectOption("sex age");
    await expect
      .poll(() => page.locator(".recompute .digest code").first().textContent(), patient)
      .toBe(await digestOf({ by: ["sex", "age"] }));
  });

  test("where the engine cannot run, the reason is named and the figures stay", async () => {
    withoutView("unodc-glotip", ["sex", "age"]);
    const page = await open(detected);
    await page.evaluate(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
    const before = await table(page);
    await page.getByLabel("Breakdown").selectOption("sex age");
    await page.getByText("this browser has no WebAssembly").waitFor(patient);
    expect(await table(page)).toBe(before);
  });

  test("a pinned release says that there is a newer one; a withdrawn one gives its place to it", async () => {
    const pinned = `${detected}?areas=MLI&period=2007..2020&release=unodc-glotip/2023-05-30`;
    const page = await open(pinned);
    await page.getByText("There is a newer one, unodc-glotip/2025-04-14").waitFor(patient);
    expect(await page.locator(".recompute").textContent()).toContain("unodc-glotip/2023-05-30");
    site.host.spoil = (path, content) => {
      if (!path.endsWith("/catalog.json")) return content;
      const catalog = JSON.parse(String(content)) as Catalog;
      const entry = catalog.datasets
        .flatMap(({ releases }) => releases)
        .find(({ release }) => release === "2023-05-30");
      Object.assign(entry ?? {}, {
        status: "withdrawn",
        erratum: { reason: "A column was read twice.", date: "2026-01-01" },
      });
      return JSON.stringify(catalog);
    };
    const withdrawn = await open(pinned);
    await withdrawn.getByText("Release unodc-glotip/2023-05-30 was withdrawn").waitFor(patient);
    await withdrawn.getByText("A column was read twice.").waitFor(patient);
    expect(await withdrawn.locator(".recompute").textContent()).toContain("unodc-glotip/2025-04-14");
  });

  test("the figures are computed again in the browser and found equal", async () => {
    const page = await open(`${detected}?areas=MLI+NER&period=2015..2022`);
    await page.locator(".recompute > summary").click();
    await page.getByRole("button", { name: "Run it here" }).click();
    await expect
      .poll(() => page.locator(".recompute .verdict").textContent(), patient)
      .toContain("Rows compared: 16");
  });

  /** Serves a release whose manifest lists no view by these dimensions, and a catalogue that vouches for it. */
  function withoutView(dataset: string, by: readonly string[]): void {
    let changed = "";
    site.host.spoil = async (path, content) => {
      if (path.includes(`/data/${dataset}/2025`) && path.endsWith("/manifest.json")) return less(content);
      if (!path.endsWith("/catalog.json")) return content;
      const catalog = JSON.parse(String(content)) as Catalog;
      const [entry] = catalog.datasets.find((one) => one.dataset === dataset)?.releases ?? [];
      const file = new URL(entry?.manifest ?? "", pathToFileURL(`${folder}/data/`));
      changed = less(Buffer.from(await (await fetchFile(file)).arrayBuffer()));
      if (entry) entry.sha256 = createHash("sha256").update(changed).digest("hex");
      return JSON.stringify(catalog);
    };
    const less = (content: Buffer): string => {
      const manifest = JSON.parse(String(content)) as Manifest;
      const files = manifest.files.filter(({ view }) => view?.by.join() !== by.join());
      return JSON.stringify({ ...manifest, files });
    };
  }

  async function digestOf(more: { readonly by: ("sex" | "age")[] }): Promise<string> {
    const catalog = await openCatalog(pathToFileURL(`${folder}/data/`), { fetch: fetchFile });
    const question = { indicator: "victims-detected", areas: ["all"], ...more };
    return (await catalog.query({ ...question, period: [2007, 2022] })).digest;
  }
});
