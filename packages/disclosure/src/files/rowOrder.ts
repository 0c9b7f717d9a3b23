import type { Value } from "../microdata/columns.ts";
import { compareValues } from "../microdata/columns.ts";

/**
 * Whether rows are in the order of their values, columns from left to right. Words by code unit, numbers by size or,
 * as a CSV file has them, by their text.
 */
export function isOrderedByValues(readers: readonly ((row: number) => unknown)[], length: number): boolean {
  for (let row = 1; row < length; row++) {
    for (const read of readers) {
      const order = compareValues(read(row - 1) as Value, read(row) as Value);
      if (order > 0) return false;
      if (order < 0) break;
    }
  }
  return true;
}
