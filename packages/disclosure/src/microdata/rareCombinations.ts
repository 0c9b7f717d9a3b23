import { equivalenceClasses } from "./classes.ts";
import { codeColumns } from "./columns.ts";
import type { CodedColumn, Column, Columns } from "./columns.ts";
import { columnSets } from "./columnSets.ts";
import { Persons } from "./persons.ts";

/** Combinations of up to so many columns must be common. */
export const COMBINATIONS = 4;

/** A combination of values that fewer than k records share. */
export interface RareCombination {
  readonly columns: readonly string[];
  /** How many different combinations of these columns are rare. */
  readonly combinations: number;
  /** How many records hold one of them, or persons if these are told apart. */
  readonly records: number;
}

/**
 * Every combination of up to `size` columns must occur 0 or at least k times: a reader who filters a file by a
 * few things they know must not be left with a handful of people. With very many columns not all sets of
 * four and more are looked at: `columnSets` says how many.
 *
 * @param options.size how many columns at once (4 if left out)
 * @param options.person a column that tells persons apart: k persons must share a combination then, not k records
 * @returns the sets of columns that have rare combinations; empty if the file is sound
 */
export function rareCombinations(
  columns: Columns,
  names: readonly string[],
  k: number,
  options: { readonly size?: number; readonly person?: Column | undefined } = {},
): RareCombination[] {
  const { size = COMBINATIONS, person } = options;
  const persons = person && new Persons(person);
  const coded = codeColumns(columns, names);
  const found: RareCombination[] = [];
  for (const chosen of columnSets(names.length, size).sets) {
    const rare = rareIn(
      chosen.map((c) => coded[c]!),
      k,
      persons,
    );
    if (rare.combinations > 0) found.push({ columns: chosen.map((c) => names[c]!), ...rare });
  }
  return found;
}

function rareIn(
  coded: readonly CodedColumn[],
  k: number,
  persons: Persons | undefined,
): { combinations: number; records: number } {
  const classes = equivalenceClasses(coded);
  const sizes = persons ? persons.perClass(classes.ids, classes.sizes.length) : classes.sizes;
  let combinations = 0;
  let records = 0;
  for (const size of sizes) {
    if (size >= k) continue;
    combinations++;
    records += size;
  }
  return { combinations, records };
}
