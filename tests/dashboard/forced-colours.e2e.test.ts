import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { built, open } from "./site.ts";

describe.skipIf(!built)("a page in the colours of its reader's system", () => {
  test.each(["light", "dark"] as const)("shows the letters of the way out, %s", async (colorScheme) => {
    const page = await open("en/", { colorScheme, forcedColors: "active" });
    const { width, height, data } = PNG.sync.read(
      await page.getByRole("link", { name: "Leave this site" }).screenshot(),
    );
    const middle = Array.from(
      { length: width },
      (_, x) => data[(Math.floor(height / 2) * width + x) * 4] ?? 0,
    );
    const turns = middle.filter((red, x) => Math.abs(red - (middle[x - 1] ?? red)) > 100).length;
    // a plate in the letters' own colour has two edges, and fifteen letters have many
    expect(turns).toBeGreaterThan(15);
  });
});
