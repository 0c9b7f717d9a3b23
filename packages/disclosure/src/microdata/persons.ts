import { TableError } from "../table/cell.ts";
import { codeColumn, compareValues } from "./columns.ts";
import type { CodedColumn, Column, Value } from "./columns.ts";

/** Records by whose they are, so that distinct persons can be counted in any classes. */
export class Persons {
  /** How many there are. */
  readonly count: number;
  /** Records that say not whose they are: they count for nobody. */
  readonly unmarked: number;
  /** Records in the order of their persons, those without one first. */
  readonly #order: Uint32Array;
  /** Where each person's records begin in that order; one entry more than persons. */
  readonly #starts: Uint32Array;

  constructor(column: Column) {
    const { codes, values } = codeColumn(column);
    this.count = values.length - 1;
    const starts = new Uint32Array(values.length + 1);
    for (const code of codes) starts[code + 1] = starts[code + 1]! + 1;
    for (let code = 0; code < values.length; code++) starts[code + 1] = starts[code + 1]! + starts[code]!;
    const next = starts.slice();
    this.#order = new Uint32Array(codes.length);
    codes.forEach((code, record) => {
      this.#order[next[code]!] = record;
      next[code] = next[code]! + 1;
    });
    this.#starts = starts.subarray(1);
    this.unmarked = starts[1]!;
  }

  get records(): number {
    return this.#order.length;
  }

  /** The records of a person, 0…count−1. */
  recordsOf(person: number): Uint32Array {
    return this.#order.subarray(this.#starts[person], this.#starts[person + 1]);
  }

  /** How many different persons each class has. */
  perClass(ids: Uint32Array, classCount: number): Uint32Array {
    const sizes = new Uint32Array(classCount);
    const last = new Uint32Array(classCount);
    for (let person = 0; person < this.count; person++) {
      for (const record of this.recordsOf(person)) {
        const id = ids[record]!;
        if (last[id] === person + 1) continue;
        last[id] = person + 1;
        sizes[id] = sizes[id]! + 1;
      }
    }
    return sizes;
  }

  /** Refuses records that say not whose they are: nobody can count persons among them. */
  refuseUnmarked(): this {
    if (this.unmarked > 0)
      throw new TableError("records without a person: every record must say whose it is, or be left out");
    return this;
  }
}

/**
 * One record for each person: in each column what most of their records say, blanks left aside; between two that are
 * said as often, what is commoner in the whole column, then what comes first in order. The result does not depend on the
 * order of the records.
 */
export function onePerPerson(columns: readonly CodedColumn[], persons: Persons): CodedColumn[] {
  return columns.map(({ codes, values }) => {
    const rank = commonestFirst(codes, values);
    const own = new Uint32Array(persons.count);
    const said = new Uint32Array(values.length);
    for (let person = 0; person < persons.count; person++) {
      const records = persons.recordsOf(person);
      for (const record of records) said[codes[record]!] = said[codes[record]!]! + 1;
      let best = 0;
      for (const record of records) {
        const code = codes[record]!;
        if (code === 0 || code === best) continue;
        const more = said[code]! - said[best]!;
        if (best === 0 || more > 0 || (more === 0 && rank[code]! < rank[best]!)) best = code;
      }
      own[person] = best;
      for (const record of records) said[codes[record]!] = 0;
    }
    return { codes: own, values };
  });
}

function commonestFirst(codes: Uint32Array, values: readonly Value[]): Uint32Array {
  const counts = new Uint32Array(values.length);
  for (const code of codes) counts[code] = counts[code]! + 1;
  const order = values
    .map((_, code) => code)
    .sort((a, b) => counts[b]! - counts[a]! || compareValues(values[a], values[b]));
  const rank = new Uint32Array(values.length);
  order.forEach((code, place) => (rank[code] = place));
  return rank;
}
