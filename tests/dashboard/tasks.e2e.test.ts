import { readFile } from "node:fs/promises";
import type { Download, Page } from "playwright";
import { describe, expect, test } from "vitest";
import { built, open } from "./site.ts";

describe.skipIf(!built)("from the landing page to a download", () => {
  async function downloaded(page: Page, act: () => Promise<void>): Promise<string> {
    const saved: Promise<Download> = page.waitForEvent("download");
    await act();
    return readFile(await (await saved).path(), "utf8");
  }

  test("a resident reads what is known of a country, and takes the figures along, without JavaScript", async () => {
    const page = await open("fr/", { javaScriptEnabled: false });
    await page.getByRole("link", { name: "Mali", exact: true }).first().click();
    await page.waitForURL("**/fr/country/MLI/");
    expect(await page.locator(".summary").textContent()).toContain("77 victimes détectées");
    expect(await page.locator("#unknown .caveat").textContent()).toContain("Un chiffre absent");
    await page.getByRole("navigation").first().getByRole("link", { name: "Données" }).click();
    await page.waitForURL("**/fr/data/");
    const csv = await downloaded(page, () =>
      page.locator("#unodc-glotip").getByRole("link", { name: "observations.csv" }).click(),
    );
    expect(csv.split("\n")[0]).toContain("indicator,area,period");
    expect(csv).toMatch(/victims-detected,MLI,2020,.*\b77\b/);
  });

  test("a journalist finds an indicator, its citation and its figures by keyboard alone", async () => {
    const page = await open("en/");
    const box = page.getByRole("combobox").first();
    await box.focus();
    await page.keyboard.type("convictions");
    await expect
      .poll(() => page.getByRole("option").first().textContent(), { timeout: 20_000 })
      .toContain("Persons convicted");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/en/indicator/convicted/");
    await expect.poll(() => page.locator("h1").textContent()).toContain("convicted");
    expect(await page.locator("main").textContent()).toMatch(/release 2025-04-14; through Yeelen/);
    const button = page.getByRole("button", { name: "These figures (CSV)" });
    await button.focus();
    const csv = await downloaded(page, () => page.keyboard.press("Enter"));
    expect(csv.split("\n")[0]?.replace("\uFEFF", "")).toBe(
      "area,area_label,period,value,low,high,absence,absence_label,source,release,address",
    );
    expect(csv).toContain("BRA,Brazil,2013,36,36,36,");
  });

  test("a donor compares the countries and takes the sheet along", async () => {
    const page = await open("en/");
    await page.getByRole("link", { name: "Compare", exact: true }).first().click();
    await page.waitForURL("**/en/compare/");
    const csv = await downloaded(page, () => page.getByRole("button", { name: "This sheet (CSV)" }).click());
    expect(csv).toContain("Mali");
    expect(csv).toContain("Pakistan");
  });
});
