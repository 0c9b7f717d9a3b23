import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../packages/dashboard/src/lib/language/languages.ts";
import { awake, base, built, faultsOf, siteHost, type SiteHost } from "./site-host.ts";

/** One page of every kind. */
const kinds = [
  "",
  "country/UKR/",
  "indicator/victims-by-citizenship/",
  "compare/",
  "flows/",
  "events/",
  "response/",
  "query/",
  "data/",
  "definitions/",
  "embed/",
  "search/",
  "offline/",
];

/** Colours do not differ between languages: their contrast is looked at where letters do, in Latin and in Arabic. */
const withColours: readonly string[] = ["en", "ar"];

describe.skipIf(!built)("axe finds nothing to fault on any kind of page", () => {
  let site: SiteHost;
  beforeAll(async () => {
    site = await siteHost();
  });
  afterAll(() => site?.close());

  const cases = languages.flatMap(({ tag }) =>
    withColours.includes(tag)
      ? (["light", "dark"] as const).map((colorScheme) => ({ tag, colorScheme }))
      : [{ tag, colorScheme: "light" as const }],
  );

  test.each(cases)("in $tag, $colorScheme", async ({ tag, colorScheme }) => {
    const page = await site.open(`${tag}/`, { colorScheme });
    for (const kind of kinds) {
      await page.goto(`${site.host.origin}${base}${tag}/${kind}`);
      await awake(page);
      const rules = withColours.includes(tag) ? {} : { "color-contrast": { enabled: false } };
      expect(await faultsOf(page, rules), `${tag}/${kind}`).toEqual([]);
    }
    await page.context().close();
  });

  test("every kind of page that the site has is among those looked at", async () => {
    const page = await site.open("en/");
    const paths = await page.$$eval("nav a, footer a", (links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
    const english = paths.filter((path) => path.startsWith(`${base}en/`));
    expect(english.length).toBeGreaterThan(5);
    const kindOf = (path: string) => path.slice(`${base}en/`.length).split("/")[0];
    expect(english.map(kindOf).filter((kind) => !kinds.some((one) => one.split("/")[0] === kind))).toEqual(
      [],
    );
    await page.context().close();
  });
});
