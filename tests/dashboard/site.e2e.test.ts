import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { below, built, siteBehind, type OpenOptions, type SiteBehind } from "./site.ts";

describe.skipIf(!built)("the built site, under a path of its own", () => {
  let site: SiteBehind;

  beforeAll(async () => {
    site = await siteBehind();
  });

  afterAll(() => site?.close());

  const open = (path: string, options?: OpenOptions) => site.open(path, options);

  test("the root leads to a language without JavaScript", async () => {
    const page = await open("", { javaScriptEnabled: false });
    await page.waitForURL(`**${below}en/`);
    expect(await page.locator("h1").textContent()).toContain("fourteen countries");
  });

  test("a reader finds a country from the first page, and a figure of its chart by keyboard", async () => {
    const page = await open("en/");
    await page.getByRole("link", { name: "Mali", exact: true }).click();
    await page.waitForURL("**/en/country/MLI/");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    const plot = page.locator("#detected .plot:visible");
    await plot.focus();
    // what answers keys comes with the first focus
    await expect
      .poll(async () => {
        await plot.press("End");
        return plot.locator(".tip").textContent();
      })
      .toBe("Mali, 2022: not reported");
    await plot.press("Home");
    await expect.poll(() => plot.locator(".tip").textContent()).toBe("Mali, 2007: 5");
  });

  test("a journalist chooses countries, years and a breakdown; the address holds it; the CSV is the answer", async () => {
    const page = await open("en/indicator/victims-detected/");
    await page.getByLabel("Countries: 14 countries").click();
    await page.getByRole("button", { name: "None" }).click();
    await page.getByLabel("Mali", { exact: true }).check();
    await page.getByLabel("Niger", { exact: true }).check();
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByRole("combobox", { name: "First year" }).selectOption("2017");
    await page.getByLabel("Breakdown").selectOption("sex");
    await expect.poll(() => page.url()).toContain("?areas=MLI+NER&period=2017..2022&by=sex");
    const { url, saved } = { url: page.url(), saved: page.waitForEvent("download") };
    await page.getByRole("button", { name: "These figures (CSV)" }).click();
    const csv = await readFile(await (await saved).path(), "utf8");
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });
    expect(Object.keys(rows[0] ?? {}).join()).toBe(
      "area,area_label,period,sex,sex_label,value,low,high,absence,absence_label,source,release,address",
    );
    const rowOf = (sex: string) =>
      rows.find((row) => row["area"] === "MLI" && row["period"] === "2018" && row["sex"] === sex);
    expect(rowOf("F")).toMatchObject({ area_label: "Mali", value: "9", low: "9", high: "9", absence: "" });
    expect(rowOf("M")).toMatchObject({ value: "", low: "0", high: "4", absence: "suppressed" });
    expect(rowOf("M")?.["address"]).toContain(
      `${below}en/verify/?indicator=victims-detected&areas=MLI+NER&period=2017..2022&by=sex&release=`,
    );

    await page.goto(url);
    await expect.poll(() => page.getByRole("combobox", { name: "First year" }).inputValue()).toBe("2017");
    await expect.poll(() => page.locator(".yeelen-table").textContent()).toContain("fewer than 5");
  });

  test("a donor compares countries as rates, and finds the same sheet at the same address", async () => {
    const page = await open("en/compare/");
    await page.getByLabel("Show", { exact: true }).selectOption("rate");
    await expect.poll(() => page.url()).toContain("?as=rate");
    await page.reload();
    await expect.poll(() => page.getByLabel("Show", { exact: true }).inputValue()).toBe("rate");
    const row = page.getByRole("row", { name: /Pakistan/ });
    expect(await row.textContent()).toContain("another definition since 2019");
  });

  test("a donor orders the sheet by keyboard, and its warnings follow what is shown", async () => {
    const page = await open("en/compare/?indicators=prosecuted+smuggling-offences");
    const warning = page.getByRole("complementary", { name: "Before you compare" });
    await expect.poll(() => page.locator("thead th").nth(1).textContent()).toContain("prosecuted");
    expect(await warning.textContent()).toContain("two different crimes, each defined in a Protocol");
    expect(await warning.getByRole("button").count()).toBe(0);
    await page.locator("article details summary").click();
    await page.getByRole("button", { name: /Move Recorded offences of smuggling .* up/ }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toContain("indicators=smuggling-offences+prosecuted");
    await page.getByRole("checkbox", { name: /Recorded offences of smuggling/ }).uncheck();
    await expect.poll(() => warning.textContent()).not.toContain("each defined in a Protocol");
    await page.getByRole("button", { name: "Pin these releases" }).click();
    await expect.poll(() => page.url()).toContain("release=unodc-glotip");
    await expect.poll(() => warning.textContent()).toContain("its figures are shown");
  });

  test("the language of the document follows the address, also after a click", async () => {
    const page = await open("en/country/UKR/");
    await page.getByRole("link", { name: "العربية" }).click();
    await page.waitForURL("**/ar/country/UKR/");
    await expect.poll(() => page.evaluate(() => document.documentElement.dir)).toBe("rtl");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("ar");
    await expect.poll(() => page.locator("h1").textContent()).toBe("أوكرانيا");
    await expect.poll(() => page.locator(".chart svg:visible").count()).toBeGreaterThan(0);
    await page.getByRole("link", { name: "Français" }).click();
    await expect.poll(() => page.evaluate(() => document.documentElement.dir)).toBe("ltr");
  });

  test("a statement runs in the reader's browser and gives the published figures", async () => {
    const page = await open("en/query/");
    await page.getByRole("button", { name: "Run" }).click();
    await expect
      .poll(() => page.locator("tbody tr").first().textContent(), { timeout: 60_000 })
      .toMatch(/MLI\s*2007\s*5\s*5\s*5\s*null/);
    await page.getByLabel("SQL statement").fill("DROP TABLE observations");
    await page.getByRole("button", { name: "Run" }).click();
    await expect.poll(() => page.getByRole("alert").textContent(), { timeout: 30_000 }).not.toBe("");
  });

  test("an address that asks for nonsense is said, and the usual question shown", async () => {
    const page = await open("en/indicator/victims-detected/?by=colour");
    await expect
      .poll(async () => (await page.getByRole("status").allTextContents()).join(" "))
      .toMatch(/Parts of this address do not fit this page.*\bby\b.*colour/s);
    expect(await page.locator(".chart svg:visible").count()).toBeGreaterThan(0);
  });

  test("one flipped byte of a view changes no figure on the page", async () => {
    site.host.spoil = (path, content) => {
      if (!path.endsWith("views/victims-detected.sex.json")) return content;
      const spoiled = Buffer.from(content);
      const at = spoiled.indexOf('"values":[') + 10;
      spoiled[at] = (spoiled[at] ?? 0) ^ 1;
      return spoiled;
    };
    const page = await open("en/indicator/victims-detected/");
    const before = await page.locator(".yeelen-table").textContent();
    await page.getByLabel("Breakdown").selectOption("sex");
    await expect
      .poll(async () => (await page.locator("[role=status]").allTextContents()).join(" "))
      .toMatch(
        /A file is not what was published, so nothing of it is used.*victims-detected\.sex\.json has sha256/s,
      );
    expect(await page.locator(".yeelen-table").textContent()).toBe(before);
    site.host.spoil = (_, content) => content;
  });

  test("the way out works by one link and by the Shift key", async () => {
    const page = await open("en/country/MLI/");
    const link = page.getByRole("link", { name: "Leave this site" });
    const exit = await link.getAttribute("href");
    await page.route("**/*", (route) =>
      route.request().url().startsWith(site.host.origin)
        ? route.continue()
        : route.fulfill({ body: "elsewhere" }),
    );
    for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
    await page.waitForURL(exit ?? "");
    await page.goBack().catch(() => null);
    expect(page.url()).not.toContain("country/MLI");
  });
});
