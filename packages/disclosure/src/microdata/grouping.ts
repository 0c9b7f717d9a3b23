import type { Classes } from "./classes.ts";
import type { CodedColumn } from "./columns.ts";
import { spread } from "./lDiversity.ts";

/** What a class must keep: its size, and the mixture of each sensitive column. */
export interface ClassRule {
  readonly k: number;
  readonly least: number;
  readonly share: number;
}

/** Tries blanks on the records that are not yet safe, and remembers which blanked classes exist already. */
export class Grouping {
  readonly #quasi: readonly CodedColumn[];
  readonly #sensitive: readonly CodedColumn[];
  readonly #rule: ClassRule;

  constructor(quasi: readonly CodedColumn[], sensitive: readonly CodedColumn[], rule: ClassRule) {
    this.#quasi = quasi;
    this.#sensitive = sensitive;
    this.#rule = rule;
  }

  /** The records whose class is too small or too much of one kind. */
  unsafe(classes: Classes): number[] {
    const bad = this.#badClasses(classes.ids, classes.sizes);
    const records: number[] = [];
    classes.ids.forEach((id, record) => {
      if (bad[id]) records.push(record);
    });
    return records;
  }

  /**
   * Blanks the columns of a set in those of the open records that become safe by it.
   * Records that are safe already are never touched. @returns the records still open
   */
  blank(open: readonly number[], blanks: readonly number[]): number[] {
    const left = this.#quasi.filter((_, c) => !blanks.includes(c));
    const { ids, count } = groupRecords(open, left);
    const sizes = new Uint32Array(count);
    for (const id of ids) sizes[id] = sizes[id]! + 1;
    const bad = this.#badClasses(ids, sizes, open);
    const still: number[] = [];
    open.forEach((record, i) => {
      if (bad[ids[i]!]) still.push(record);
      else for (const c of blanks) this.#quasi[c]!.codes[record] = 0;
    });
    return still;
  }

  #badClasses(ids: Uint32Array, sizes: Uint32Array, records?: readonly number[]): Uint8Array {
    const { k, least, share } = this.#rule;
    const bad = Uint8Array.from(sizes, (size) => Number(size < k));
    for (const column of this.#sensitive) {
      const codes = records ? Uint32Array.from(records, (record) => column.codes[record]!) : column.codes;
      const { distinct, top } = spread(ids, sizes.length, { codes, values: column.values });
      for (let id = 0; id < sizes.length; id++) {
        if (distinct[id]! < least || top[id]! > share * sizes[id]!) bad[id] = 1;
      }
    }
    return bad;
  }
}

function groupRecords(
  records: readonly number[],
  columns: readonly CodedColumn[],
): { ids: Uint32Array; count: number } {
  let ids = new Uint32Array(records.length);
  let count = 1;
  for (const { codes, values } of columns) {
    const seen = new Map<number, number>();
    const next = new Uint32Array(records.length);
    for (let i = 0; i < records.length; i++) {
      const slot = ids[i]! * values.length + codes[records[i]!]!;
      let id = seen.get(slot);
      if (id === undefined) {
        id = seen.size;
        seen.set(slot, id);
      }
      next[i] = id;
    }
    ids = next;
    count = Math.max(1, seen.size);
  }
  return { ids, count };
}
