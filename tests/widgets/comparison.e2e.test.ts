import { readFile } from "node:fs/promises";
import { read, utils } from "@e965/xlsx";
import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { embedOf, type EmbedRequest } from "../../packages/publish/src/embed/embed-of.ts";
import { sharedChromium } from "../browser.ts";
import { openPage, pageOf, partners, type Partners } from "./partner-page.ts";

const [, ...others] = ["victims-detected", "prosecuted", "smuggling-offences"];
const question = {
  indicator: "victims-detected",
  areas: ["MLI", "NER", "SEN"],
  period: [2017, 2022] as [number, number],
};
const releases = "unodc-glotip/2025-04-14 unodc-cts-smuggling/2024-05-16";

let browser: Browser;
let hosts: Partners;

beforeAll(async () => {
  browser = await sharedChromium();
  hosts = await partners();
});
afterAll(async () => {
  await hosts.close();
});
beforeEach(() => void (hosts.figures.requests.length = 0));
afterEach(() => void (hosts.figures.spoil = (_, content) => content));

const lines = (more: Partial<EmbedRequest> = {}) =>
  embedOf(question, {
    host: `${hosts.figures.origin}/`,
    data: "data/published",
    widgets: "packages/widgets/dist",
    pinned: true,
    kind: "matrix",
    with: others,
    ...more,
  });

async function open(body: string, width = 800) {
  hosts.partner.headers = {
    "Content-Security-Policy": `default-src 'none'; script-src ${hosts.figures.origin}; connect-src ${hosts.figures.origin}; style-src 'self'; require-trusted-types-for 'script'`,
  };
  hosts.partner.pages.set("/comparison.html", pageOf(body));
  return openPage(browser, hosts, "/comparison.html", { width, height: 4000 });
}

const dataAsked = () =>
  hosts.figures.requests.map(({ path }) => path).filter((path) => path.startsWith("/data/"));

test("a matrix of several indicators draws their newest figures, each file asked for once, nothing moved", async () => {
  const code = await lines();
  expect(code).toContain(`indicator="victims-detected prosecuted smuggling-offences"`);
  expect(code).toContain(`release="${releases}"`);
  const opened = await open(code + code);
  const told = await opened.told(2);
  expect(told.filter((one) => !one.startsWith("yeelen-ready"))).toEqual([]);
  expect(told.filter((one) => one.includes(releases))).toHaveLength(2);
  expect(dataAsked().sort()).toEqual([
    "/data/unodc-cts-smuggling/2024-05-16/manifest.json",
    "/data/unodc-cts-smuggling/2024-05-16/views/smuggling-offences.total.json",
    "/data/unodc-glotip/2025-04-14/manifest.json",
    "/data/unodc-glotip/2025-04-14/views/prosecuted.total.json",
    "/data/unodc-glotip/2025-04-14/views/victims-detected.total.json",
  ]);
  const { shift, violations } = await opened.seen();
  expect([shift, violations, opened.errors]).toEqual([0, [], []]);
  const drawn = await opened.page.evaluate(() => {
    const element = document.querySelector("yeelen-matrix");
    const texts = element?.querySelector(".yeelen-holder")?.shadowRoot?.querySelectorAll("text") ?? [];
    const figures = [...(element?.querySelectorAll("table td data") ?? [])].map((one) => one.textContent);
    return { texts: [...texts].map((one) => one.textContent), figures };
  });
  expect(drawn.figures.length).toBeGreaterThan(4);
  for (const figure of drawn.figures) expect(drawn.texts).toContain(figure);
  await opened.close();
});

test("its keys walk from indicator to indicator and from country to country, whatever the years", async () => {
  const opened = await open(await lines());
  await opened.told();
  const tip = opened.page.locator("yeelen-matrix .tip");
  await opened.page.locator("yeelen-matrix .plot").focus();
  await tip.waitFor({ state: "attached" });
  const said: string[] = [];
  for (const key of ["ArrowRight", "ArrowRight", "ArrowDown"]) {
    await opened.page.keyboard.press(key);
    said.push((await tip.textContent()) ?? "");
  }
  expect(said[0]).toMatch(/^Mali, Detected victims.*, 2020: 77$/);
  expect(said[1]).toMatch(/^Mali, Persons prosecuted.*, 2018: 17$/);
  expect(said[2]).toMatch(/^Niger, Persons prosecuted/);
  await opened.close();
});

test("its CSV and XLSX hold every figure with the warnings that concern it, in the reader's language", async () => {
  const opened = await open(await lines({ lang: "fr" }));
  await opened.told();
  await opened.page.locator("yeelen-matrix summary").click();
  const tools = opened.page.locator(".tools");
  await tools.waitFor();
  const save = async (name: string) => {
    const [download] = await Promise.all([
      opened.page.waitForEvent("download"),
      tools.getByRole("button", { name, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  };
  const csv = await save("CSV");
  expect(csv.name).toBe(
    "victims-detected-prosecuted-smuggling-offences_unodc-glotip_2025-04-14-unodc-cts-smuggling_2024-05-16.csv",
  );
  const [head, ...rows] = csv.content.toString("utf8").trim().split("\n");
  expect(head).toBe("indicator,title,measure,unit,release,area,period,value,low,high,absence,warning");
  expect(rows).toHaveLength(3 * 3 * 6);
  for (const row of rows) expect(row).toContain("ne doit pas être comparé");
  expect(rows.filter((row) => row.includes(",MLI,2020,77,77,77,,"))).toHaveLength(1);

  const book = read((await save("XLSX")).content);
  const sheet = utils.sheet_to_json<Record<string, unknown>>(book.Sheets["Figures"] ?? {});
  expect(sheet.map(({ value }) => value ?? null)).toEqual(
    rows
      .map((row) => /,(?:\d{4}),(\d*),/.exec(row)?.[1] ?? "")
      .map((text) => (text === "" ? null : Number(text))),
  );
  const notes = utils.sheet_to_json<string[]>(book.Sheets["Notes"] ?? {}, { header: 1 }).flat();
  expect(notes[2]).toMatch(/à côté de|ne doit pas être comparé/);
  expect(notes.join(" ")).toContain(
    "/fr/compare/?areas=MLI+NER+SEN&indicators=victims-detected+prosecuted+smuggling-offences",
  );

  await tools.getByRole("button", { name: "APA", exact: true }).click();
  const cited = tools.locator(".said");
  await expect.poll(() => cited.textContent()).toContain("Retrieved");
  expect(((await cited.textContent()) ?? "").match(/Retrieved/g)).toHaveLength(2);
  expect(await tools.locator("dd").count()).toBeGreaterThan(6);
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test("without a static figure it follows the newest releases and says its warnings before its other notes", async () => {
  const src = `${hosts.figures.origin}/data/`;
  const script = `<script type="module" src="${hosts.figures.origin}/widgets/yeelen-matrix.js" crossorigin="anonymous"></script>`;
  const opened = await open(
    `<yeelen-matrix src="${src}" indicator="victims-detected
      smuggling-offences" areas="MAR NER" period="2018..2022" show="completeness"></yeelen-matrix>${script}`,
  );
  expect(await opened.told()).toEqual([expect.stringMatching(/^yeelen-ready/)]);
  expect(dataAsked().filter((path) => path === "/data/catalog.json")).toHaveLength(1);
  const notes = await opened.page.locator("yeelen-matrix .yeelen-notes li").allTextContents();
  expect(notes[0]).toMatch(/must not be compared|beside/);
  expect(await opened.page.locator("yeelen-matrix svg[viewBox]").textContent()).toMatch(/5\/5|4\/5|3\/5/);
  await opened.close();
});

describe("what is wrong leaves the static figure with one line", () => {
  const views = (path: string) => path.includes("/views/prosecuted");
  test.each<[string, (code: string) => string, RegExp, ((path: string) => boolean)?]>([
    [
      "an indicator of no release",
      (code) => code.replace("prosecuted smuggling", "unheard-of smuggling"),
      /unheard-of/,
    ],
    [
      "an indicator twice",
      (code) => code.replace("prosecuted smuggling-offences", "prosecuted prosecuted"),
      /each once/,
    ],
    [
      "hashes that are fewer",
      (code) => code.replace(/ sha256-[^ "]+"/, '"'),
      /a hash for each of 2 releases/,
    ],
    [
      "a part that no view holds",
      (code) => code.replace(" period=", ' where="sex:F" period='),
      /smuggling-offences/,
    ],
    ["an order", (code) => code.replace(" period=", ' order="value" period='), /not allowed in order/],
    [
      "another way to show",
      (code) => code.replace(" period=", ' show="all" period='),
      /figures, completeness/,
    ],
    ["no file", (code) => code, /404|fetch/i, views],
    ["a file that is not its hash's", (code) => code, /fetch|integrity/i, views],
    [
      "a manifest that is not its hash's",
      (code) => code,
      /fetch|integrity/i,
      (path) => path.endsWith("manifest.json"),
    ],
  ])("%s", async (name, change, wanted, spoiled) => {
    hosts.figures.spoil = (path, content) =>
      !spoiled?.(path)
        ? content
        : name === "no file"
          ? null
          : content.toString("utf8").replace(/2018/, "2017");
    const code = await lines();
    const opened = await open(change(code));
    const [told] = await opened.told();
    expect(told).toMatch(/^yeelen-error yeelen-matrix/);
    expect(told).toMatch(wanted);
    expect(await opened.page.locator("yeelen-matrix [role=status]").count()).toBe(1);
    expect(await opened.page.locator("yeelen-matrix > figure svg[viewBox]").isVisible()).toBe(true);
    expect(await opened.page.locator(".yeelen-holder").count()).toBe(0);
    expect([opened.errors, (await opened.seen()).shift]).toEqual([[], 0]);
    await opened.close();
  });
});

test.each(["ar", "es", "fr", "pt", "ru", "uk", "en"])(
  "in %s its words, warnings and figures are of that language",
  async (lang) => {
    const code = await lines({ lang, show: "completeness" });
    expect(code).toContain(`show="completeness"`);
    const opened = await open(code, 360);
    expect(await opened.told()).toEqual([expect.stringMatching(/^yeelen-ready/)]);
    const text = await opened.page.locator("yeelen-matrix figure").evaluate((figure: HTMLElement) => {
      const picture = figure.querySelector(".yeelen-holder")?.shadowRoot?.textContent ?? "";
      return {
        lang: figure.lang.slice(0, 2),
        picture,
        notes: figure.querySelector(".yeelen-notes")?.textContent ?? "",
      };
    });
    expect(text.lang).toBe(lang);
    if (lang === "en") expect(text.notes).toMatch(/must not be compared/);
    else expect(text.notes).not.toMatch(/compared|beside|They count/);
    if (/ar|ru|uk/.test(lang)) expect(text.picture).toMatch(/[\u0400-\u06ff]{4}/);
    expect((await opened.seen()).shift).toBe(0);
    await opened.close();
  },
);
