import type { Hierarchy } from "../table/hierarchy.ts";
import { strides } from "../table/lattice.ts";
import type { Lattice } from "../table/lattice.ts";

/** A whole-number change of cells that no margin notices: [place in the table, change]. */
export type Move = readonly (readonly [place: number, change: number])[];

/** How much a cell may go down and up in a move; 0 where it may not take part. */
export interface Room {
  down(place: number): number;
  up(place: number): number;
}

// One dimension's share of a move: codes that go the way of the starting cell (+1) or the other way (−1).
type Swap = readonly (readonly [code: number, sign: 1 | -1])[];

/**
 * Finds changes that keep all margins of a cross-classification. Along each dimension a cell is balanced by a sibling
 * (which then goes the other way) or by its totals (which go the same way); the product over all dimensions keeps
 * every sum. Such products span all changes that keep the margins, so single ones settle most cells without a solver.
 */
export class MoveFinder {
  readonly #lattice: Lattice;
  readonly #steps: readonly number[];
  readonly #swaps: readonly (readonly Swap[])[][];
  readonly #offsets = new Map<number, number>();

  constructor(lattice: Lattice) {
    this.#lattice = lattice;
    this.#steps = strides(lattice.dimensions);
    this.#swaps = lattice.dimensions.map((dimension) =>
      dimension.codes.map((_, code) => swapsOf(dimension, code)),
    );
    lattice.places.forEach((place, offset) => {
      if (place !== -1) this.#offsets.set(place, offset);
    });
  }

  has(place: number): boolean {
    return this.#offsets.has(place);
  }

  /**
   * A move that changes the cell by `amount` (below 0: down), within the room that every cell has: the first found,
   * or with `cost` the cheapest, counting each cell once.
   *
   * @param budget how many cells may be looked at
   */
  find(
    place: number,
    amount: number,
    room: Room,
    budget = 4000,
    cost?: (place: number) => number,
  ): Move | null {
    const start = this.#offsets.get(place);
    if (start === undefined) return null;
    const { places, dimensions } = this.#lattice;
    const size = Math.abs(amount);
    const up = amount > 0 ? 1 : -1;
    let left = budget;
    let best: Move | null = null;
    let least = Infinity;
    const offsets: number[] = [];
    const signs: number[] = [];
    // Puts a cell into the move and gives what it costs; NaN if it cannot take part.
    const put = (offset: number, sign: number): number => {
      const cell = places[offset]!;
      left--;
      if (cell === -1 || (sign * up > 0 ? room.up(cell) : room.down(cell)) < size) return NaN;
      offsets.push(offset);
      signs.push(sign);
      return cost ? cost(cell) : 0;
    };
    const extend = (d: number, spent: number): void => {
      if (d === dimensions.length) {
        least = spent;
        best = offsets.map((offset, i) => [places[offset]!, signs[i]! * amount] as const);
        return;
      }
      const step = this.#steps[d]!;
      const code = Math.floor(start / step) % dimensions[d]!.codes.length;
      const count = offsets.length;
      for (const swap of this.#swaps[d]![code]!) {
        let sum = spent;
        for (const [other, sign] of swap) {
          if (other === code) continue;
          for (let i = 0; i < count && sum < least; i++) {
            sum += put(offsets[i]! + (other - code) * step, signs[i]! * sign);
          }
        }
        if (sum < least) extend(d + 1, sum);
        offsets.length = count;
        signs.length = count;
        if (left <= 0 || (best !== null && (!cost || least === 0))) return;
      }
    };
    if (!Number.isNaN(put(start, 1))) extend(0, 0);
    return best;
  }
}

// All that balances a code: another leaf's path, or nothing but its own totals.
function swapsOf(dimension: Hierarchy, code: number): Swap[] {
  const leaves = dimension.codes.map((_, c) => c).filter((c) => dimension.parts[c]!.length === 0);
  const own = leaves.filter((leaf) => pathOf(dimension, leaf).includes(code)).slice(0, 6);
  const swaps: Swap[] = [];
  for (const leaf of own) {
    const path = pathOf(dimension, leaf);
    for (const other of leaves) {
      const theirs = pathOf(dimension, other);
      if (theirs.includes(code)) continue;
      swaps.push([
        ...path.filter((c) => !theirs.includes(c)).map((c) => [c, 1] as const),
        ...theirs.filter((c) => !path.includes(c)).map((c) => [c, -1] as const),
      ]);
    }
    swaps.push(path.map((c) => [c, 1] as const));
  }
  return swaps.sort((a, b) => a.length - b.length);
}

function pathOf({ wholes }: Hierarchy, leaf: number): number[] {
  const path = [leaf];
  for (let code = wholes[leaf]![0]; code !== undefined; code = wholes[code]![0]) path.push(code);
  return path;
}
