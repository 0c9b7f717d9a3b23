import { expect } from "vitest";
import { awake, base, faultsOf, type SiteHost } from "./site-host.ts";

/** One page of every kind. */
export const kinds = [
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

/** Opens every kind of page in a language and expects axe to fault nothing, contrast aside if `colours` is false. */
export async function expectNoFaults(
  site: SiteHost,
  tag: string,
  { colours, colorScheme }: { readonly colours: boolean; readonly colorScheme: "light" | "dark" },
): Promise<void> {
  const page = await site.open(`${tag}/`, { colorScheme });
  for (const kind of kinds) {
    await page.goto(`${site.host.origin}${base}${tag}/${kind}`);
    await awake(page);
    const rules = colours ? {} : { "color-contrast": { enabled: false } };
    expect(await faultsOf(page, rules), `${tag}/${kind}`).toEqual([]);
  }
  await page.context().close();
}
