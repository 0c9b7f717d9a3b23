import { describe, test } from "vitest";
import { languages } from "../../packages/dashboard/src/lib/language/languages.ts";
import { expectNoFaults } from "./axe-pages.ts";
import { built } from "./site.ts";

/** Colours do not differ between languages: their contrast is looked at where letters do, in Latin and in Arabic. */
const others = languages.map(({ tag }) => tag).filter((tag) => tag !== "en" && tag !== "ar");

describe.skipIf(!built)("axe finds nothing to fault on any kind of page", () => {
  test.each(others)("in %s", (tag) => expectNoFaults(tag, { colours: false, colorScheme: "light" }));
});
