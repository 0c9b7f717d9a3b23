import labels from "./counterpart-labels.json" with { type: "json" };
import { countryOfName } from "./country.ts";
import { labelKey } from "./label.ts";

const special = new Map(
  Object.entries(labels).flatMap(([code, names]) => names.map((name) => [labelKey(name), code] as const)),
);

/**
 * Code of a citizenship or country label as `area` reports it. `Nationals` and the like are the reporting country
 * itself; a label in neither table is `UNMAPPED`, shown as such and never guessed.
 */
export function counterpartOf(label: string, area: string): string {
  const code = special.get(labelKey(label)) ?? countryOfName(label);
  if (code === "SELF") return area;
  return code ?? "UNMAPPED";
}
