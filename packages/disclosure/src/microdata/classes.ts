import type { CodedColumn } from "./columns.ts";

/** Equivalence classes: `ids[i]` is the class of record i, `sizes[id]` how many records it has. */
export interface Classes {
  readonly ids: Uint32Array;
  readonly sizes: Uint32Array;
  /** A record of each class, to read its values from. */
  readonly examples: Uint32Array;
}

const DIRECT_LIMIT = 1 << 22;

/** Groups records that agree on every column, a missing value counting as a value of its own. */
export function equivalenceClasses(columns: readonly CodedColumn[]): Classes {
  const length = columns[0]?.codes.length ?? 0;
  let ids = new Uint32Array(length);
  let count = length === 0 ? 0 : 1;
  for (const column of columns) [ids, count] = split(ids, count, column);
  return described(ids, count);
}

/** Splits classes by one more column. */
export function refine(ids: Uint32Array, count: number, column: CodedColumn): Classes {
  return described(...split(ids, count, column));
}

function split(
  ids: Uint32Array,
  count: number,
  { codes, values }: CodedColumn,
): [ids: Uint32Array<ArrayBuffer>, count: number] {
  const width = values.length;
  const next = new Uint32Array(ids.length);
  const classes =
    count * width <= DIRECT_LIMIT
      ? refineDirectly(ids, codes, width, count, next)
      : refineByMap(ids, codes, width, next);
  return [next, classes];
}

function described(ids: Uint32Array, count: number): Classes {
  const { length } = ids;
  const sizes = new Uint32Array(count);
  const examples = new Uint32Array(count);
  for (let i = length - 1; i >= 0; i--) {
    const id = ids[i]!;
    sizes[id] = sizes[id]! + 1;
    examples[id] = i;
  }
  return { ids, sizes, examples };
}

function refineDirectly(
  ids: Uint32Array,
  codes: Uint32Array,
  width: number,
  count: number,
  next: Uint32Array,
): number {
  const seen = new Uint32Array(count * width);
  let classes = 0;
  for (let i = 0; i < ids.length; i++) {
    const slot = ids[i]! * width + codes[i]!;
    let id = seen[slot]!;
    if (id === 0) id = seen[slot] = ++classes;
    next[i] = id - 1;
  }
  return classes;
}

function refineByMap(ids: Uint32Array, codes: Uint32Array, width: number, next: Uint32Array): number {
  const seen = new Map<number, number>();
  for (let i = 0; i < ids.length; i++) {
    const slot = ids[i]! * width + codes[i]!;
    let id = seen.get(slot);
    if (id === undefined) {
      id = seen.size;
      seen.set(slot, id);
    }
    next[i] = id;
  }
  return seen.size;
}
