import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { awake, built, open } from "./site.ts";

const patient = { timeout: 60_000 };
const detected = "en/indicator/victims-detected/";

describe.skipIf(!built)("a page and its address", { timeout: 120_000 }, () => {
  const searchOf = (page: Page) => () => page.evaluate(() => location.search);
  const countries = (page: Page) => page.locator(".explorer .yeelen-table thead th").allTextContents();

  test.each([
    [`${detected}?areas=MLI+NER&period=2015..2020`, "fbclid=x"],
    ["en/compare/?areas=MLI+NER&as=rate", "utm_source=letter"],
    ["en/flows/?indicator=victims-by-citizenship&area=ZAF&year=2013", "gclid=x"],
    ["en/events/?years=2015..2018", "colour=red"],
    ["en/embed/?areas=MLI&indicator=convicted", "mc_cid=1"],
    ["en/verify/?", "fbclid=x"],
    ["en/query/?", "utm_medium=x"],
    ["en/search/?q=mali", "ref=there"],
  ])("%s holds its own question, whatever another site hangs onto it", async (path, stray) => {
    const page = await open(`${path}&${stray}`);
    const search = searchOf(page);
    const own = new URL(path, "http://site").search;
    await expect.poll(search, patient).toBe(own === "?" ? "" : own);
    expect(await page.locator(".notice").allTextContents()).toEqual([]);
  });

  test("what another site hangs onto an address costs no country, and is not copied", async () => {
    const page = await open(`${detected}?areas=MLI+NER&period=2015..2020&fbclid=x`);
    await expect.poll(() => countries(page), patient).toEqual(["Year", "Mali", "Niger"]);
    await page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", {
        configurable: true,
        value: { writeText: (text: string) => Promise.resolve(Object.assign(window, { copied: text })) },
      });
    });
    await page.getByRole("button", { name: "Copy the address", exact: false }).first().click();
    const copied = () => page.evaluate(() => (window as unknown as { copied?: string }).copied);
    await expect.poll(copied).toMatch(/\?areas=MLI\+NER&period=2015\.\.2020$/);
  });

  test.each([
    [
      `${detected}?areas=MLI+XXX&measure=raet&by=sex`,
      ["areas[1]", "measure"],
      "?areas=MLI+XXX&measure=raet&by=sex",
    ],
    ["en/compare/?areas=MLI+XXX&as=rate", ["areas"], "?areas=MLI+XXX&as=rate"],
    ["en/flows/?area=ZAF&year=1900&indicator=victims-by-citizenship", ["year"], "?area=ZAF"],
    ["en/events/?years=2015..2018&route=moon", ["route"], "?years=2015..2018"],
    ["en/embed/?areas=MLI&kind=pie", ["kind"], "?areas=MLI"],
  ])("%s names what does not fit and keeps the rest", async (path, names, kept) => {
    const page = await open(path);
    const parts = page.locator(".notice li");
    await expect.poll(() => parts.count(), patient).toBe(names.length);
    const said = (await parts.allTextContents()).join("\n");
    for (const name of names) expect(said).toContain(`not allowed in ${name}:`);
    expect(await searchOf(page)()).toContain(kept);
  });

  test("page and address agree after back, forward, a reload and a change of language", async () => {
    const page = await open(detected);
    const search = searchOf(page);
    const measure = () => page.getByLabel("Measure");
    await measure().selectOption("rate");
    await expect.poll(search, patient).toContain("measure=rate");
    const rates = await page.locator(".explorer .yeelen-subtitle").textContent();
    await page.getByRole("tab", { name: "Bars" }).click();
    await expect.poll(search, patient).toContain("kind=bar");
    await page.getByRole("link", { name: "Definitions" }).click();
    await page.waitForURL(/definitions/);
    await page.goBack();
    await expect
      .poll(() => page.locator("[role=tab][aria-selected=true]").textContent(), patient)
      .toBe("Bars");
    expect(await search()).toContain("kind=bar");
    await page.goBack();
    await expect.poll(() => page.locator(".explorer .yeelen-subtitle").textContent(), patient).toBe(rates);
    expect(await search()).not.toContain("kind=bar");
    await page.goBack();
    await expect.poll(search).toBe("");
    await expect.poll(() => measure().inputValue(), patient).toBe("value");
    await page.goForward();
    await expect.poll(() => measure().inputValue(), patient).toBe("rate");
    await page.reload();
    await awake(page);
    await expect.poll(() => measure().inputValue(), patient).toBe("rate");
    await expect.poll(() => page.locator(".explorer .yeelen-subtitle").textContent(), patient).toBe(rates);

    await page.locator(".languages a[lang=fr]").click();
    await page.waitForURL(/\/fr\/indicator\/victims-detected\/\?.*measure=rate/);
    await expect.poll(() => page.locator(".explorer .sentence").textContent(), patient).toContain("taux");
    await expect
      .poll(() => page.locator(".explorer .yeelen-subtitle").textContent(), patient)
      .not.toBe(rates);
    await page.goBack();
    await expect.poll(() => page.locator(".explorer .yeelen-subtitle").textContent(), patient).toBe(rates);
    expect(await measure().inputValue()).toBe("rate");
  });

  test.each([
    ["en/compare/", ".controls select", "rate", "as=rate"],
    ["en/flows/", ".flow select >> nth=2", { index: 0 }, "year="],
    ["en/events/", "section.route input", "on", "route="],
  ])("%s that was left comes back as its address says (%s)", async (path, control, value, shown) => {
    const page = await open(path);
    const search = searchOf(page);
    const field = page.locator(control).first();
    if (value === "on") await field.check();
    else await field.selectOption(value);
    await expect.poll(search, patient).toContain(shown);
    const before = await search();
    const figures = () => page.locator("main table").first().innerText();
    const said = await figures();
    await page.getByRole("link", { name: "Definitions" }).click();
    await page.waitForURL(/definitions/);
    await page.goBack();
    await page.waitForURL((url) => url.pathname.endsWith(path));
    expect(await search()).toBe(before);
    await expect.poll(figures, patient).toBe(said);
  });
});
