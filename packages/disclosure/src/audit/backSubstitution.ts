import type { EchelonRow } from "./eliminate.ts";

/** Solves an echelon form for one free unknown at a time; each solution visits only what it touches. */
export class BackSubstitution {
  /** The unknowns that are no row's pivot. */
  readonly free: readonly number[];
  readonly #echelon: readonly EchelonRow[];
  readonly #prime: number;
  // By unknown: the rows that have it other than as their pivot, with its coefficient.
  readonly #mentions: readonly (readonly (readonly [row: number, coefficient: number])[])[];

  constructor(echelon: readonly EchelonRow[], size: number, prime: number) {
    this.#echelon = echelon;
    this.#prime = prime;
    const mentions: [number, number][][] = Array.from({ length: size }, () => []);
    const pivots = new Uint8Array(size);
    echelon.forEach(({ pivot, row }, i) => {
      pivots[pivot] = 1;
      for (const [place, c] of row) if (place !== pivot) mentions[place]!.push([i, c]);
    });
    this.#mentions = mentions;
    this.free = Array.from(pivots.keys()).filter((place) => pivots[place] === 0);
  }

  /** The kernel vector with this free unknown at 1 and all other free ones at 0, modulo the prime. */
  solve(free: number): Map<number, number> {
    const vector = new Map([[free, 1]]);
    const sums = new Map<number, number>();
    const due = new MaxHeap();
    const spread = (place: number, value: number): void => {
      for (const [i, c] of this.#mentions[place]!) {
        const sum = sums.get(i);
        if (sum === undefined) due.push(i);
        sums.set(i, ((sum ?? 0) + c * value) % this.#prime);
      }
    };
    spread(free, 1);
    // A row's own unknowns belong to later rows, so rows are settled from the last to the first.
    for (let i = due.pop(); i !== -1; i = due.pop()) {
      const sum = sums.get(i)!;
      if (sum === 0) continue;
      const { pivot } = this.#echelon[i]!;
      vector.set(pivot, this.#prime - sum);
      spread(pivot, this.#prime - sum);
    }
    return vector;
  }
}

class MaxHeap {
  readonly #items: number[] = [];

  push(item: number): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (items[parent]! >= items[at]!) return;
      [items[parent], items[at]] = [items[at]!, items[parent]!];
      at = parent;
    }
  }

  /** The largest item, −1 if there is none. */
  pop(): number {
    const items = this.#items;
    if (items.length === 0) return -1;
    const top = items[0]!;
    const last = items.pop()!;
    if (items.length === 0) return top;
    items[0] = last;
    for (let at = 0; ;) {
      let child = 2 * at + 1;
      if (child >= items.length) return top;
      if (child + 1 < items.length && items[child + 1]! > items[child]!) child++;
      if (items[at]! >= items[child]!) return top;
      [items[at], items[child]] = [items[child]!, items[at]!];
      at = child;
    }
  }
}
