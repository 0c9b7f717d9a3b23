import { describe, expect, test } from "vitest";
import { built, faultsOf, open } from "./site.ts";

describe.skipIf(!built)("the map of the home page", () => {
  test.each([
    [360, 328],
    [800, 704],
    [1440, 880],
  ])("at %i pixels has a link for each country over the picture that is shown", async (width, drawn) => {
    const page = await open("en/", { viewport: { width, height: 800 } });
    const links = page.locator(`.map-links[data-width="${drawn}"] a`);
    expect(await page.locator(".map-links:visible").count()).toBe(1);
    expect(await links.count()).toBe(14);
    const names = await links.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "en")));
    for (const name of names) expect(name).toMatch(/^[\p{L} ]+, \d{4}: (?:[\d.]+|not reported)$/u);
    const [map, picture] = [
      await page.locator(".map-links:visible").boundingBox(),
      await page.locator(".linked img").boundingBox(),
    ];
    expect(map).toEqual(picture);
  });

  test("every country can be hit with 24 pixels to spare around its middle, small ones too", async () => {
    const page = await open("en/", { viewport: { width: 360, height: 800 } });
    const radii = await page
      .locator('.map-links[data-width="328"] circle')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    expect(Math.min(...radii)).toBeGreaterThanOrEqual(23.9);
    const laos = page.locator('.map-links[data-width="328"] a[aria-label^="Lao"]');
    await laos.locator("circle").click();
    await page.waitForURL("**/en/country/LAO/");
  });

  test("is walked by keyboard: Tab leads from country to country, Enter to its page", async () => {
    const page = await open("ar/", { viewport: { width: 1280, height: 800 } });
    const link = page.locator('.map-links[data-width="880"] a').first();
    const href = await link.getAttribute("href");
    await link.focus();
    await page.keyboard.press("Tab");
    const second = page.locator('.map-links[data-width="880"] a').nth(1);
    expect(await second.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/ar/${href}`);
  });

  test("leads to a country without JavaScript, and is faultless to axe", async () => {
    const still = await open("en/", {
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 800 },
    });
    await still.locator('.map-links[data-width="880"] a[aria-label^="Mali"] circle').click();
    await still.waitForURL("**/en/country/MLI/");
    const page = await open("en/");
    expect(await faultsOf(page)).toEqual([]);
  });
});
