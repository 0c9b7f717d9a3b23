import { MoveFinder } from "../audit/moves.ts";
import type { Move } from "../audit/moves.ts";
import type { Pattern } from "./pattern.ts";

/** How many cells may be looked at to find a cheap move. */
const BUDGET = 60_000;

/** Frees single cells by hiding what a change of that cell needs in order to go unnoticed. */
export class Repair {
  readonly #pattern: Pattern;
  readonly #finders: readonly MoveFinder[];

  constructor(pattern: Pattern) {
    this.#pattern = pattern;
    this.#finders = pattern.table.lattices.map((lattice) => new MoveFinder(lattice));
  }

  /** Hides the cheapest set of cells found that lets the cell change by so much. @returns whether there was one */
  free(place: number, amount: number): boolean {
    const move = this.#cheapest(place, amount);
    if (move === null) return false;
    for (const [cell] of move) this.#pattern.hidden[cell] = 1;
    return true;
  }

  #cheapest(place: number, amount: number): Move | null {
    const pattern = this.#pattern;
    const { values, hidden, weights, table } = pattern;
    const room = {
      down: (cell: number): number =>
        pattern.mayHide(cell)
          ? values[cell]! - (cell === place ? (table.cells[cell]!.low ?? 0) : pattern.floorOf(cell))
          : 0,
      up: (cell: number): number =>
        pattern.mayHide(cell) ? (table.cells[cell]!.high ?? Infinity) - values[cell]! : 0,
    };
    const cost = (cell: number): number => (hidden[cell] ? 0 : weights[cell]!);
    for (const finder of this.#finders) {
      const move = finder.find(place, amount, room, BUDGET, cost);
      // A move of one lattice may break a relation of another, linked one.
      if (move && pattern.keeps(move)) return move;
    }
    return null;
  }
}
