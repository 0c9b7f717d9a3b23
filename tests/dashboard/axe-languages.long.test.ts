import { describe, expect, test } from "vitest";
import { languages } from "../../packages/dashboard/src/lib/language/languages.ts";
import { allKinds } from "./page-kinds.ts";
import { awake, built, faultsOf, open, urlOf } from "./site.ts";

/** Colours do not differ between languages: their contrast is looked at where letters do, in Latin and in Arabic. */
const others = languages.map(({ tag }) => tag).filter((tag) => tag !== "en" && tag !== "ar");

describe.skipIf(!built)("axe finds nothing to fault on any kind of page", () => {
  test.each(others)("in %s", async (tag) => {
    const page = await open(`${tag}/`);
    for (const kind of allKinds) {
      await page.goto(urlOf(`${tag}/${kind}`));
      await awake(page);
      expect.soft(await faultsOf(page, "all but contrast"), `${tag}/${kind}`).toEqual([]);
    }
  });
});
