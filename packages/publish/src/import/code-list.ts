import { countryOfIso3, countryOfName, isOurs } from "./country.ts";
import { labelKey } from "./label.ts";
import type { TableRow } from "./table.ts";
import type { Tally } from "./tally.ts";

/** A source's own words and the codes they stand for; compared without regard to case, accents and spaces. */
export class CodeList<Code extends string> {
  readonly #codes: ReadonlyMap<string, Code>;

  constructor(labels: Readonly<Record<string, Code>>) {
    this.#codes = new Map(Object.entries(labels).map(([label, code]) => [labelKey(label), code]));
  }

  of(label: string): Code | undefined {
    return this.#codes.get(labelKey(label));
  }
}

/** The reason to leave out a row whose cell in `column` has no code; the label itself is tallied as unmapped. */
export function unknownCode(row: TableRow, column: string, tally: Tally): string {
  tally.unmapped(column, row.get(column));
  return `unknown code in ${column}`;
}

/** The same for a country. */
export function unknownCountry(row: TableRow, column: string, tally: Tally): string {
  tally.unmapped(column, row.get(column));
  return "country not recognised";
}

/**
 * The country of ours that a row is about, or why it is left out. The code column decides where it is filled and the
 * name where it is not; where both are known and differ, neither is believed.
 */
export function areaOf(
  row: TableRow,
  columns: { readonly code: string; readonly name: string },
  tally: Tally,
  byName: (label: string) => string | null = countryOfName,
): { readonly area: string } | { readonly reason: string } {
  const [code, name] = [row.get(columns.code), row.get(columns.name)];
  const named = name === "" ? null : byName(name);
  const area = code === "" ? named : countryOfIso3(code);
  if (area === null) return { reason: unknownCountry(row, name === "" ? columns.code : columns.name, tally) };
  if (named !== null && named !== area) return { reason: "country code and country name disagree" };
  return isOurs(area) ? { area } : { reason: "another country" };
}
