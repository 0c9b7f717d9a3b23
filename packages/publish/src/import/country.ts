import { areas } from "@yeelen/dataset";
import countries from "./countries.json" with { type: "json" };
import { labelKey } from "./label.ts";

interface Country {
  readonly iso2: string;
  readonly m49: string;
  readonly names: readonly string[];
}

const byIso3 = new Map<string, Country>(Object.entries(countries));
const byIso2 = new Map([...byIso3].map(([iso3, { iso2 }]) => [iso2, iso3]));
const byM49 = new Map([...byIso3].map(([iso3, { m49 }]) => [m49, iso3]));
const byName = new Map(
  [...byIso3].flatMap(([iso3, { names }]) => names.map((name) => [labelKey(name), iso3] as const)),
);
const ours = new Set(areas.map((area) => area.code));

/** ISO 3166-1 alpha-3 of a country given by that code, or null. */
export function countryOfIso3(code: string): string | null {
  return byIso3.has(code) ? code : null;
}

/** ISO 3166-1 alpha-3 of an alpha-2 code (`NA` is Namibia), or null. */
export function countryOfIso2(code: string): string | null {
  return byIso2.get(code) ?? null;
}

/** ISO 3166-1 alpha-3 of an M49 number, with or without its leading zeros, or null. */
export function countryOfM49(code: string): string | null {
  return /^\d{1,3}$/.test(code) ? (byM49.get(code.padStart(3, "0")) ?? null) : null;
}

/** ISO 3166-1 alpha-3 of a name or demonym listed in `countries.json`, or null: nothing is guessed. */
export function countryOfName(label: string): string | null {
  return byName.get(labelKey(label)) ?? null;
}

/** Whether figures of the country are kept: the programme's thirteen and Senegal. */
export function isOurs(iso3: string): boolean {
  return ours.has(iso3);
}
