import { expect } from "vitest";
import { pageKinds } from "./page-kinds.ts";
import { awake, faultsOf, open, urlOf } from "./site.ts";

/** Those that readers are led to, and the one that stands in for a page that was not kept. */
export const kinds = [...pageKinds, "offline/"];

/** Opens every kind of page in a language and expects axe to fault nothing, contrast aside if `colours` is false. */
export async function expectNoFaults(
  tag: string,
  { colours, colorScheme }: { readonly colours: boolean; readonly colorScheme: "light" | "dark" },
): Promise<void> {
  const page = await open(`${tag}/`, { colorScheme });
  for (const kind of kinds) {
    await page.goto(urlOf(`${tag}/${kind}`));
    await awake(page);
    const rules = colours ? {} : { "color-contrast": { enabled: false } };
    expect(await faultsOf(page, rules), `${tag}/${kind}`).toEqual([]);
  }
}
