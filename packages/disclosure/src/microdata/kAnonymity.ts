import { equivalenceClasses } from "./classes.ts";
import { codeColumns } from "./columns.ts";
import type { Column, Columns } from "./columns.ts";
import { wildcardSizes } from "./frequencyCounts.ts";
import { Persons } from "./persons.ts";

/** What `kAnonymity` found. `k` is the smallest class with a missing cell as a value of its own. */
export interface KAnonymity {
  /** Smallest class, a missing cell being a value of its own. This one is gated on. */
  readonly k: number;
  /** Smallest class when a missing cell agrees with every value. Reported, never gated on. */
  readonly wildcard: number;
  /** How many classes there are. */
  readonly classes: number;
  /** How many records lie in classes smaller than the threshold asked about. */
  readonly below: number;
  readonly records: number;
}

/**
 * The k of k-anonymity (Sweeney 2002) over the named columns, strict and wildcard.
 *
 * @param options.threshold classes smaller than this are counted in `below` (11 if left out)
 * @param options.person a column that tells persons apart: a class is then as large as it has persons, not rows
 */
export function kAnonymity(
  columns: Columns,
  names: readonly string[],
  options: { readonly threshold?: number; readonly person?: Column } = {},
): KAnonymity {
  const threshold = options.threshold ?? 11;
  const coded = codeColumns(columns, names);
  const classes = equivalenceClasses(coded);
  const sizes = options.person
    ? new Persons(options.person).perClass(classes.ids, classes.sizes.length)
    : classes.sizes;
  const below = sizes.reduce((sum, size, id) => (size < threshold ? sum + classes.sizes[id]! : sum), 0);
  return {
    k: smallest(sizes),
    wildcard: smallest(wildcardSizes(coded, classes)),
    classes: sizes.length,
    below,
    records: classes.ids.length,
  };
}

function smallest(sizes: Uint32Array): number {
  let least = Infinity;
  for (const size of sizes) if (size < least) least = size;
  return Number.isFinite(least) ? least : 0;
}
