import { describe, expect, test } from "vitest";
import { expectNoFaults, kinds } from "./axe-pages.ts";
import { built, open } from "./site.ts";

describe.skipIf(!built)("axe finds nothing to fault on any kind of page", () => {
  test.each([
    { tag: "en", colorScheme: "light" },
    { tag: "en", colorScheme: "dark" },
    { tag: "ar", colorScheme: "light" },
    { tag: "ar", colorScheme: "dark" },
  ] as const)("in $tag, $colorScheme", ({ tag, colorScheme }) =>
    expectNoFaults(tag, { colours: true, colorScheme }),
  );

  test("every kind of page that the site has is among those looked at", async () => {
    const page = await open("en/");
    const paths = await page.$$eval("nav a, footer a", (links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
    const english = paths.filter((path) => path.startsWith("/en/"));
    expect(english.length).toBeGreaterThan(5);
    const kindOf = (path: string) => path.slice("/en/".length).split("/")[0];
    expect(english.map(kindOf).filter((kind) => !kinds.some((one) => one.split("/")[0] === kind))).toEqual(
      [],
    );
  });
});
