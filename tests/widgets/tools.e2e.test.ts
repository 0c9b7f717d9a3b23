import { readFile } from "node:fs/promises";
import { read, utils } from "@e965/xlsx";
import type { Catalog } from "@yeelen/dataset";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sharedChromium } from "../browser.ts";
import {
  linesOf,
  openPage,
  pageOf,
  partners,
  questions,
  type OpenedPage,
  type Partners,
} from "./partner-page.ts";

let browser: Browser;
let hosts: Partners;

beforeAll(async () => {
  browser = await sharedChromium();
  hosts = await partners();
});
afterAll(async () => {
  await hosts.close();
});

const strict = () =>
  `default-src 'none'; script-src ${hosts.figures.origin}; connect-src ${hosts.figures.origin}; style-src 'self'; require-trusted-types-for 'script'`;

/** A page with one kind's figure, its details opened. */
async function opened(kind: string): Promise<OpenedPage> {
  hosts.partner.headers = { "Content-Security-Policy": strict() };
  hosts.partner.pages.set(`/${kind}.html`, pageOf(await linesOf(hosts.figures, kind)));
  const found = await openPage(browser, hosts, `/${kind}.html`, { height: 3000 });
  await found.told();
  await found.page.locator(`yeelen-${kind} summary`).click();
  await found.page.locator(".tools").waitFor();
  return found;
}

async function saved(page: Page, name: string): Promise<{ readonly name: string; readonly content: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".tools").getByRole("button", { name, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

test("a figure's tools load only when its details are opened, and move nothing before", async () => {
  hosts.figures.requests.length = 0;
  hosts.partner.headers = { "Content-Security-Policy": strict() };
  hosts.partner.pages.set("/closed.html", pageOf(await linesOf(hosts.figures, "line")));
  const { page, told, seen, close } = await openPage(browser, hosts, "/closed.html");
  await told();
  expect(hosts.figures.requests).toHaveLength(2);
  await page.locator("yeelen-line summary").click();
  await page.locator(".tools").waitFor();
  expect(hosts.figures.requests.length).toBeGreaterThan(2);
  expect((await seen()).violations).toEqual([]);
  await close();
});

test("CSV, XLSX and table of a figure give the same figures, and no number where one is suppressed", async () => {
  const { page, close, errors } = await opened("line");
  const csv = await saved(page, "CSV");
  expect(csv.name).toBe("victims-detected_unodc-glotip_2025-04-14.csv");
  const [head = "", ...rows] = csv.content.toString("utf8").trim().split("\n");
  expect(head).toBe("area,period,value,low,high,absence");
  expect(rows).toContain("MLI,2009,277,277,277,");
  expect(rows).toContain("SEN,2010,,0,4,suppressed");
  expect(rows).toContain("MLI,2010,,,,not-reported");
  const shown = await page
    .locator("yeelen-line table td data")
    .evaluateAll((cells) => cells.map((one) => one.getAttribute("value")));
  const values = rows.map((row) => row.split(",")[2]).filter(Boolean);
  expect(shown.sort()).toEqual(values.sort());

  const book = read((await saved(page, "XLSX")).content);
  expect(book.SheetNames).toEqual(["Figures", "Notes"]);
  const sheet = utils.sheet_to_json<Record<string, unknown>>(book.Sheets["Figures"] ?? {});
  expect(sheet).toHaveLength(rows.length);
  expect(sheet.flatMap(({ value }) => (value === undefined ? [] : [String(value)])).sort()).toEqual(values);
  expect(JSON.stringify(book.Sheets["Notes"])).toContain("United Nations Office on Drugs and Crime");
  expect(errors).toEqual([]);
  await close();
});

test.each(Object.keys(questions).filter((kind) => kind !== "table"))(
  "a %s is saved as SVG and as PNG of twice its size, under a policy that loads no image",
  async (kind) => {
    const { page, close, seen, errors } = await opened(kind);
    const svg = (await saved(page, "SVG")).content.toString("utf8");
    const [, width = 0, height = 0] = /width="(\d+)" height="(\d+)"/.exec(svg)?.map(Number) ?? [];
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    const png = (await saved(page, "PNG")).content;
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width * 2, height * 2]);
    expect(png.length).toBeGreaterThan(10_000);
    expect((await seen()).violations).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  },
);

test("a figure's link is pinned, its citations name source, release and day, and it says how it is counted", async () => {
  const { page, close } = await opened("line");
  const said = page.locator(".tools .said");
  const press = async (name: string, wanted: RegExp) => {
    await page.locator(".tools").getByRole("button", { name, exact: true }).click();
    await expect.poll(() => said.textContent()).toMatch(wanted);
    return (await said.textContent()) ?? "";
  };
  const link = await press("Link to this figure", /https?:/);
  const address = new URL(/https?:\S+/.exec(link)?.[0] ?? "");
  expect(address.pathname).toBe("/en/verify/");
  const catalog = JSON.parse(await readFile("data/published/catalog.json", "utf8")) as Catalog;
  expect(Object.fromEntries(address.searchParams)).toEqual({
    manifest: catalog.datasets
      .find(({ dataset }) => dataset === "unodc-glotip")
      ?.releases.find(({ release }) => release === "2025-04-14")?.sha256,
    indicator: "victims-detected",
    areas: "MLI NER SEN",
    period: "2007..2022",
    release: "unodc-glotip/2025-04-14",
  });
  const year = String(new Date().getUTCFullYear());
  for (const [style, shape] of [
    ["APA", /United Nations Office on Drugs and Crime \(UNODC\)\. \(2025\)\..*\[Data set\].*Retrieved/],
    ["Chicago", /“Global Report on Trafficking in Persons: data\.” Release 2025-04-14\..*Accessed/],
    ["BibTeX", /@misc\{yeelen-unodc-glotip-2025-04-14,[^]*year = \{2025\}/],
  ] as const)
    expect(await press(style, shape)).toContain(year);
  expect(await page.locator(".tools dl").textContent()).toContain("How this is counted");
  expect(await page.locator(".tools dd").count()).toBeGreaterThan(3);
  await close();
});

test("a reader changes a figure's language, its numerals and its direction", async () => {
  const { page, close, told } = await opened("line");
  await page.locator(".tools").getByRole("combobox", { name: "Language" }).selectOption("ar");
  await told(2);
  const figure = page.locator("yeelen-line figure[dir=rtl]");
  expect(await figure.textContent()).toContain("مالي");
  await close();
});

test("a frame takes the height of its figure, and of nothing else's message", async () => {
  hosts.partner.headers = {
    "Content-Security-Policy": `default-src 'none'; frame-src ${hosts.figures.origin}; script-src ${hosts.figures.origin} 'unsafe-inline'`,
  };
  const lines = await linesOf(hosts.figures, "bar", { form: "frame" });
  hosts.partner.pages.set("/frame.html", pageOf(lines));
  const { page, close, elsewhere, seen } = await openPage(browser, hosts, "/frame.html");
  const frame = page.locator("iframe");
  const inside = page.frameLocator("iframe");
  await inside.locator("yeelen-bar figure").waitFor();
  const height = () => frame.evaluate((one) => one.getBoundingClientRect().height);
  const content = () => inside.locator("html").evaluate((one) => one.scrollHeight);
  await expect.poll(async () => Math.abs((await height()) - (await content()))).toBeLessThan(3);
  const fitting = await height();
  await page.evaluate(() => postMessage({ yeelenHeight: 3333 }, "*"));
  await page.waitForTimeout(100);
  expect(await height()).toBe(fitting);
  await inside.locator("html").evaluate(() => parent.postMessage({ yeelenHeight: 1e9 }, "*"));
  await expect.poll(height).toBe(4000);
  for (const message of [{ yeelenHeight: "10" }, { yeelenHeight: 200, more: 1 }, "200", null])
    await inside.locator("html").evaluate((_, data) => parent.postMessage(data, "*"), message);
  await page.waitForTimeout(100);
  expect(await height()).toBe(4000);
  expect(elsewhere).toEqual([]);
  expect((await seen()).violations).toEqual([]);
  await close();
});
