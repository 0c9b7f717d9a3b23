import { equivalenceClasses } from "./classes.ts";
import { codeColumns } from "./columns.ts";
import type { CodedColumn, Columns } from "./columns.ts";

/** What `lDiversity` found for one sensitive column. */
export interface LDiversity {
  readonly column: string;
  /** Fewest different values in any class, missing cells not counted. */
  readonly values: number;
  /** Largest share that one value has of any class, 0 to 1. */
  readonly share: number;
  /** Records in classes with fewer than two values, or with one value above the share allowed. */
  readonly below: number;
}

/** Fewest values of a sensitive column in a class, and the largest share of one. */
export const LEAST_VALUES = 2;
export const LARGEST_SHARE = 0.9;

/**
 * Distinct l-diversity (Machanavajjhala et al. 2007) with a cap on the largest share: whoever finds a person's class
 * must not thereby learn what happened to them.
 */
export function lDiversity(
  columns: Columns,
  names: readonly string[],
  sensitive: readonly string[],
  options: { readonly values?: number; readonly share?: number } = {},
): LDiversity[] {
  const least = options.values ?? LEAST_VALUES;
  const largest = options.share ?? LARGEST_SHARE;
  const { ids, sizes } = equivalenceClasses(codeColumns(columns, names));
  return sensitive.map((column) => {
    const [coded] = codeColumns(columns, [column]);
    const { distinct, top } = spread(ids, sizes.length, coded!);
    let values = Infinity;
    let share = 0;
    let below = 0;
    for (let id = 0; id < sizes.length; id++) {
      const part = top[id]! / sizes[id]!;
      values = Math.min(values, distinct[id]!);
      share = Math.max(share, part);
      if (distinct[id]! < least || part > largest) below += sizes[id]!;
    }
    return { column, values: Number.isFinite(values) ? values : 0, share, below };
  });
}

/** For each class: how many different values the column has in it, and how many records share the commonest. */
export function spread(
  ids: Uint32Array,
  classCount: number,
  { codes, values }: CodedColumn,
): { distinct: Uint32Array; top: Uint32Array } {
  const distinct = new Uint32Array(classCount);
  const top = new Uint32Array(classCount);
  const counts = new Map<number, number>();
  for (let i = 0; i < ids.length; i++) {
    const pair = ids[i]! * values.length + codes[i]!;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  for (const [pair, count] of counts) {
    const id = Math.floor(pair / values.length);
    if (pair % values.length !== 0) distinct[id] = distinct[id]! + 1;
    if (count > top[id]!) top[id] = count;
  }
  return { distinct, top };
}
