import { describe, expect, test } from "vitest";
import { pageKinds } from "./page-kinds.ts";
import { awake, built, open, urlOf } from "./site.ts";

describe.skipIf(!built)("a page 320 pixels wide, as one of 1,280 is at 400 %", () => {
  test.each(["ru", "ar"])("is no wider than its window in %s, awake or at rest", async (lang) => {
    const page = await open(`${lang}/`, { viewport: { width: 320, height: 800 } });
    const over = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    for (const kind of [...pageKinds, "data/changes/", "verify/"]) {
      await page.goto(urlOf(`${lang}/${kind}`));
      expect(await over(), kind).toBeLessThanOrEqual(0);
      await awake(page);
      expect(await over(), kind).toBeLessThanOrEqual(0);
    }
  });

  test("has room for the list of countries when it is opened", async () => {
    const page = await open("fr/indicator/victims-detected/", { viewport: { width: 320, height: 800 } });
    await page.locator(".sentence summary").click();
    const list = await page.locator(".sentence fieldset").boundingBox();
    expect(list?.x).toBeGreaterThanOrEqual(0);
    expect((list?.x ?? 0) + (list?.width ?? 0)).toBeLessThanOrEqual(320);
  });
});
