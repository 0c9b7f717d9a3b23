import { areas } from "@yeelen/dataset";
import { describe, expect, test } from "vitest";
import { built, open } from "./site.ts";

describe.skipIf(!built)("a country page on paper", () => {
  test.each([
    ["en", areas.map(({ code }) => code)],
    ["ar", ["COL", "MLI"]],
    ["fr", ["COL", "UKR"]],
    ["ru", ["BRA"]],
  ] as const)("in %s is a brief of two A4 pages at most", async (lang, codes) => {
    for (const code of codes) {
      const page = await open(`${lang}/country/${code}/`, { javaScriptEnabled: false });
      const pdf = await page.pdf({ format: "A4", printBackground: true });
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
      expect(pages.length, code).toBeGreaterThan(0);
      expect(pages.length, code).toBeLessThanOrEqual(2);
    }
  });

  test("holds the headline, every section, the sources, the day and the address, and no controls", async () => {
    const page = await open("en/country/MLI/");
    await page.emulateMedia({ media: "print" });
    await expect
      .poll(() => page.locator(".imprint").innerText(), { timeout: 20_000 })
      .toMatch(/Address: http:\/\/\S+\/en\/country\/MLI\/.*Printed: \d{1,2} \w+ \d{4}/s);
    const text = await page.locator("body").innerText();
    expect(text).toContain("77 detected victims of trafficking in persons were reported in Mali for 2020");
    for (const heading of await page.locator("h2[id$=-heading]:visible").allInnerTexts())
      expect(text).toContain(heading);
    expect(text).toContain("United Nations Office on Drugs and Crime (UNODC): Global Report");
    expect(text).toContain("release 2025-04-14");
    expect(text).not.toContain("Leave this site");
    expect(text).not.toContain("On this page");
  });
});
