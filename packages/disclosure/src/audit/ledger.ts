import type { System } from "./system.ts";

/** A possible table, as its difference from the base table: [unknown, change]. */
export type Changes = readonly (readonly [unknown: number, change: number])[];

/**
 * The possible tables found so far, and for each unknown the least and most that one of them shows. Every table is
 * checked against every relation it touches, in whole numbers, before it counts.
 */
export class Ledger {
  readonly base: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** The table that shows the least and the most; −1 is the base itself. */
  readonly leastFrom: Int32Array;
  readonly mostFrom: Int32Array;
  readonly tables: Changes[] = [];
  /** Unknowns for which the solver found no upper limit. */
  readonly endless = new Set<number>();
  readonly #system: System;
  readonly #sums: Float64Array;

  /** @param base a whole-number table that keeps every relation */
  constructor(system: System, base: Float64Array) {
    this.#system = system;
    this.base = base;
    this.least = base.slice();
    this.most = base.slice();
    this.leastFrom = new Int32Array(base.length).fill(-1);
    this.mostFrom = new Int32Array(base.length).fill(-1);
    this.#sums = rowSums(system, base);
  }

  /** The sum of a row in the base table. */
  sumOf(row: number): number {
    return this.#sums[row]!;
  }

  /** Takes a table into account. @returns false, and nothing changes, if it breaks a bound or a relation */
  add(changes: Changes): boolean {
    if (!this.#holds(changes)) return false;
    const index = this.tables.length;
    let useful = false;
    for (const [x, change] of changes) {
      const value = this.base[x]! + change;
      if (value < this.least[x]!) {
        this.least[x] = value;
        this.leastFrom[x] = index;
        useful = true;
      }
      if (value > this.most[x]!) {
        this.most[x] = value;
        this.mostFrom[x] = index;
        useful = true;
      }
    }
    if (useful) this.tables.push(changes);
    return true;
  }

  #holds(changes: Changes): boolean {
    const { low, high, rows, rowsOf } = this.#system;
    const shifts = new Map<number, number>();
    for (const [x, change] of changes) {
      const value = this.base[x]! + change;
      if (!Number.isSafeInteger(value) || value < low[x]! || value > high[x]!) return false;
      for (const r of rowsOf[x]!) {
        for (let t = rows.starts[r]!; t < rows.starts[r + 1]!; t++) {
          if (rows.unknowns[t] === x) shifts.set(r, (shifts.get(r) ?? 0) + rows.coefficients[t]! * change);
        }
      }
    }
    for (const [r, shift] of shifts) {
      const sum = this.#sums[r]! + shift;
      if (!Number.isSafeInteger(sum) || sum < rows.low[r]! || sum > rows.high[r]!) return false;
    }
    return true;
  }
}

function rowSums({ rows }: System, point: Float64Array): Float64Array {
  const sums = new Float64Array(rows.count);
  for (let r = 0; r < rows.count; r++) {
    let sum = 0;
    for (let t = rows.starts[r]!; t < rows.starts[r + 1]!; t++)
      sum += rows.coefficients[t]! * point[rows.unknowns[t]!]!;
    sums[r] = sum;
  }
  return sums;
}
