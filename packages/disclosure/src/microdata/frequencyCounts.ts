import { equivalenceClasses } from "./classes.ts";
import type { Classes } from "./classes.ts";
import { codeColumns } from "./columns.ts";
import type { CodedColumn, Columns } from "./columns.ts";

/** How a missing value is counted: as a value of its own, or as one that agrees with every value. */
export type MissingRule = "strict" | "wildcard";

/**
 * For each record, how many records share its values in the named columns (itself included).
 *
 * `strict` takes a missing cell as a value of its own: what a published file can be grouped by.
 * `wildcard` lets a missing cell agree with anything, as sdcMicro's `freqCalc` does: never a gate, since nobody
 * who looks for a person starts from the records that could be anybody.
 *
 * @returns one count per record, in record order
 */
export function frequencyCounts(
  columns: Columns,
  names: readonly string[],
  missing: MissingRule = "strict",
): Uint32Array {
  const coded = codeColumns(columns, names);
  const classes = equivalenceClasses(coded);
  const sizes = missing === "strict" ? classes.sizes : wildcardSizes(coded, classes);
  return classes.ids.map((id) => sizes[id]!);
}

/** The size of each class when a missing value agrees with every value. */
export function wildcardSizes(columns: readonly CodedColumn[], classes: Classes): Uint32Array {
  const byPattern = new Map<number, number[]>();
  classes.examples.forEach((record, id) => {
    const pattern = missingPattern(columns, record);
    const ids = byPattern.get(pattern);
    if (ids) ids.push(id);
    else byPattern.set(pattern, [id]);
  });
  const sizes = new Uint32Array(classes.sizes.length);
  for (const [mine, own] of byPattern) {
    for (const [theirs, others] of byPattern) {
      const shared = columns.filter((_, c) => ((mine | theirs) & (1 << c)) === 0);
      const totals = new Map<string, number>();
      for (const id of others) {
        const key = projection(shared, classes.examples[id]!);
        totals.set(key, (totals.get(key) ?? 0) + classes.sizes[id]!);
      }
      for (const id of own)
        sizes[id] = sizes[id]! + (totals.get(projection(shared, classes.examples[id]!)) ?? 0);
    }
  }
  return sizes;
}

function missingPattern(columns: readonly CodedColumn[], record: number): number {
  if (columns.length > 30)
    throw new Error(`too many columns: ${columns.length}; at most 30 can be counted at once`);
  return columns.reduce((pattern, { codes }, c) => (codes[record] === 0 ? pattern | (1 << c) : pattern), 0);
}

function projection(columns: readonly CodedColumn[], record: number): string {
  let key = "";
  for (const { codes } of columns) key += `${codes[record]!},`;
  return key;
}
