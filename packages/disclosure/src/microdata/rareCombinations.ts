import { equivalenceClasses } from "./classes.ts";
import { codeColumns } from "./columns.ts";
import type { CodedColumn, Columns } from "./columns.ts";

/** A combination of values that fewer than k records share. */
export interface RareCombination {
  readonly columns: readonly string[];
  /** How many different combinations of these columns are rare. */
  readonly combinations: number;
  /** How many records hold one of them. */
  readonly records: number;
}

/**
 * Every combination of up to `size` columns must occur 0 or at least k times: a reader who filters a file by three
 * things they know must not be left with a handful of people.
 *
 * @returns the sets of columns that have rare combinations; empty if the file is sound
 */
export function rareCombinations(
  columns: Columns,
  names: readonly string[],
  k: number,
  size = 3,
): RareCombination[] {
  const coded = codeColumns(columns, names);
  const found: RareCombination[] = [];
  for (const chosen of subsets(names.length, Math.min(size, names.length))) {
    const rare = rareIn(
      chosen.map((c) => coded[c]!),
      k,
    );
    if (rare.combinations > 0) found.push({ columns: chosen.map((c) => names[c]!), ...rare });
  }
  return found;
}

function rareIn(coded: readonly CodedColumn[], k: number): { combinations: number; records: number } {
  const { sizes } = equivalenceClasses(coded);
  let combinations = 0;
  let records = 0;
  for (const size of sizes) {
    if (size >= k) continue;
    combinations++;
    records += size;
  }
  return { combinations, records };
}

/** All sets of 1 to `size` of the numbers 0…count−1, smaller sets first. */
export function subsets(count: number, size: number): number[][] {
  const all: number[][] = [];
  const extend = (chosen: number[], from: number, left: number): void => {
    if (left === 0) {
      all.push(chosen);
      return;
    }
    for (let i = from; i <= count - left; i++) extend([...chosen, i], i + 1, left - 1);
  };
  for (let s = 1; s <= size; s++) extend([], 0, s);
  return all;
}
