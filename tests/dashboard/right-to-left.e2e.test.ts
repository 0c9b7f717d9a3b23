import { describe, expect, test } from "vitest";
import { pageKinds } from "./page-kinds.ts";
import { built, open } from "./site.ts";

describe.skipIf(!built)("the pages in Arabic", () => {
  /** How far what stands at the start of its line is from the edge where lines begin, in CSS pixels. */
  async function starts(path: string, width: number) {
    const page = await open(path, { viewport: { width, height: 800 }, javaScriptEnabled: false });
    const found = await page.evaluate(() => {
      const rtl = document.documentElement.dir === "rtl";
      const start = (selector: string) => {
        const range = document.createRange();
        const element = document.querySelector(selector);
        if (!element) return null;
        range.selectNodeContents(element);
        const { left, right } = range.getBoundingClientRect();
        return Math.round(rtl ? document.documentElement.clientWidth - right : left);
      };
      return {
        over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        starts: [start("header a"), start("main h1"), start("footer p")],
      };
    });
    return found;
  }

  test.each(pageKinds)(
    "%s begins at the right where English begins at the left, at phone and desk width",
    async (kind) => {
      for (const width of [360, 1280]) {
        const [english, arabic] = [await starts(`en/${kind}`, width), await starts(`ar/${kind}`, width)];
        expect(arabic.over, `${width} pixels`).toBeLessThanOrEqual(0);
        expect(english.starts.every((start) => start !== null)).toBe(true);
        arabic.starts.forEach((start, index) =>
          expect(
            Math.abs((start ?? NaN) - (english.starts[index] ?? NaN)),
            `${width} pixels, ${index}`,
          ).toBeLessThanOrEqual(4),
        );
      }
    },
  );
});
