import type { EventTable } from "./importer.ts";
import type { Tally } from "./tally.ts";

type Cell = string | number | null;

/**
 * Collects the rows of an event table. Two rows of one key that agree become one; that disagree become one row with
 * empty facts and `conflicting` in its last column, `absence`. Both are tallied.
 */
export class EventRows {
  readonly #keys: readonly string[];
  readonly #facts: readonly string[];
  readonly #tally: Tally;
  readonly #rows = new Map<string, { key: readonly Cell[]; facts: readonly Cell[]; agrees: boolean }>();

  constructor(keys: readonly string[], facts: readonly string[], tally: Tally) {
    this.#keys = keys;
    this.#facts = facts;
    this.#tally = tally;
  }

  add(key: readonly Cell[], facts: readonly Cell[]): void {
    const name = JSON.stringify(key);
    const met = this.#rows.get(name);
    if (!met) {
      this.#rows.set(name, { key, facts, agrees: true });
      return;
    }
    const same = JSON.stringify(met.facts) === JSON.stringify(facts);
    this.#tally.meets(same);
    this.#rows.set(name, { ...met, agrees: met.agrees && same });
  }

  /** The table, ordered by its key columns. */
  table(): EventTable {
    const rows = [...this.#rows.values()].map(({ key, facts, agrees }) =>
      agrees ? [...key, ...facts, null] : [...key, ...facts.map(() => null), "conflicting"],
    );
    const width = this.#keys.length;
    return { columns: [...this.#keys, ...this.#facts, "absence"], rows: rows.sort(byFirst(width)) };
  }
}

/** Orders rows by their first `width` cells: numbers by size, text by code units, empty cells first. */
export function byFirst(width: number): (a: readonly Cell[], b: readonly Cell[]) => number {
  return (a, b) => {
    for (let index = 0; index < width; index += 1) {
      const [left, right] = [a[index] ?? "", b[index] ?? ""];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };
}
