import { describe, expect, test } from "vitest";
import { awake, built, open } from "./site.ts";

const pages = [
  "en/",
  "en/country/MLI/",
  "en/indicator/victims-detected/",
  "ar/indicator/victims-by-exploitation/",
  "fr/compare/",
  "uk/flows/",
  "en/response/",
  "en/data/",
  "en/definitions/",
];

describe.skipIf(!built)("a page at rest", { timeout: 60_000 }, () => {
  test.each([360, 1280])("moves nothing when it wakes, %i px wide", async (width) => {
    // a page in which something scrolls by itself may wake before it is looked at
    let resting = 0;
    for (const path of pages) {
      const page = await open(path, { wakes: false, rests: true, viewport: { width, height: 900 } });
      await page.evaluate(() => document.fonts.ready);
      const height = () => page.evaluate(() => document.documentElement.scrollHeight);
      if ((await page.locator("html[data-awake]").count()) === 0) resting += 1;
      const before = await height();
      await page.evaluate(() => {
        const moved = { by: 0 };
        Object.assign(globalThis, { moved });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            moved.by += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: "layout-shift" });
      });
      await awake(page);
      await page.waitForLoadState("networkidle");
      expect(await height(), path).toBe(before);
      const moved = await page.evaluate(() => (globalThis as unknown as { moved: { by: number } }).moved.by);
      expect(moved, path).toBeLessThan(0.002);
    }
    expect(resting).toBeGreaterThan(pages.length / 2);
  });
});
