import { equivalenceClasses, refine } from "./classes.ts";
import { codeColumns } from "./columns.ts";
import type { CodedColumn, Column, Columns } from "./columns.ts";
import { Persons } from "./persons.ts";

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
  options: {
    readonly values?: number;
    readonly share?: number;
    /** A column that tells persons apart: shares are of persons then, not of records. */
    readonly person?: Column | undefined;
  } = {},
): LDiversity[] {
  const least = options.values ?? LEAST_VALUES;
  const largest = options.share ?? LARGEST_SHARE;
  const { ids, sizes: records } = equivalenceClasses(codeColumns(columns, names));
  const persons = options.person && new Persons(options.person);
  const sizes = persons ? persons.perClass(ids, records.length) : records;
  return sensitive.map((column) => {
    const [coded] = codeColumns(columns, [column]);
    const { distinct, top } = spread(ids, sizes.length, coded!, persons);
    let values = Infinity;
    let share = 0;
    let below = 0;
    for (let id = 0; id < sizes.length; id++) {
      const part = top[id]! / sizes[id]!;
      values = Math.min(values, distinct[id]!);
      share = Math.max(share, part);
      if (distinct[id]! < least || part > largest) below += records[id]!;
    }
    return { column, values: Number.isFinite(values) ? values : 0, share, below };
  });
}

/** For each class: how many different values the column has in it, and how many records (or persons) share the commonest. */
export function spread(
  ids: Uint32Array,
  classCount: number,
  { codes, values }: CodedColumn,
  persons?: Persons,
): { distinct: Uint32Array; top: Uint32Array } {
  const distinct = new Uint32Array(classCount);
  const top = new Uint32Array(classCount);
  // Classes within classes: those that share the value too.
  const pairs = refine(ids, classCount, { codes, values });
  const counts = persons ? persons.perClass(pairs.ids, pairs.sizes.length) : pairs.sizes;
  counts.forEach((count, pair) => {
    const record = pairs.examples[pair]!;
    const id = ids[record]!;
    if (codes[record] !== 0) distinct[id] = distinct[id]! + 1;
    if (count > top[id]!) top[id] = count;
  });
  return { distinct, top };
}
