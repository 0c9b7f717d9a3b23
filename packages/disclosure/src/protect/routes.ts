import { MoveFinder } from "../audit/moves.ts";
import type { Move } from "../audit/moves.ts";
import type { Pattern } from "./pattern.ts";

/** How many cells may be looked at to find one cheap move. */
const BUDGET = 30_000;
/** How many moves may be added up to get a cell to its target. */
const MOVES_PER_GOAL = 10;
const PASSES = 4;

interface Goal {
  readonly place: number;
  readonly target: number;
  /** The cells that change on the way, all of which must be hidden; null if no way was found. */
  route: readonly number[] | null;
}

/**
 * The hypercube method, made to pay only once: every sensitive cell needs a possible table that shows it low and one
 * that shows it high. Each such change takes the cheapest way there is, cells on other ways being free; ways are
 * chosen again a few times, since the first had nothing to share. (Giessing & Repsilber 2002 pick one cube a cell.)
 */
export class Routes {
  readonly #pattern: Pattern;
  readonly #finders: readonly MoveFinder[];
  readonly #goals: readonly Goal[];
  readonly #uses: Int32Array;
  readonly #fixed: Uint8Array;

  constructor(pattern: Pattern) {
    this.#pattern = pattern;
    this.#finders = pattern.table.lattices.map((lattice) => new MoveFinder(lattice));
    this.#fixed = pattern.hidden.slice();
    this.#uses = new Int32Array(pattern.hidden.length);
    this.#goals = goalsOf(pattern);
  }

  /** Chooses ways and hides the cells on them. @returns how many changes found none */
  hide(stopped: () => boolean): number {
    for (let pass = 0; pass < PASSES && !stopped(); pass++) {
      for (const goal of this.#goals) {
        if (pass > 0 && stopped()) break;
        for (const cell of goal.route ?? []) this.#uses[cell] = this.#uses[cell]! - 1;
        goal.route = this.#routeOf(goal) ?? goal.route;
        for (const cell of goal.route ?? []) this.#uses[cell] = this.#uses[cell]! + 1;
      }
    }
    this.#uses.forEach((uses, cell) => {
      if (uses > 0) this.#pattern.hidden[cell] = 1;
    });
    return this.#goals.filter(({ route }) => route === null).length;
  }

  #routeOf({ place, target }: Goal): number[] | null {
    const pattern = this.#pattern;
    const { values, weights, table } = pattern;
    const shift = new Map<number, number>();
    const at = (cell: number): number => values[cell]! + (shift.get(cell) ?? 0);
    const mayHide = (cell: number): boolean => this.#fixed[cell] === 1 || Number.isFinite(weights[cell]!);
    const room = {
      down: (cell: number): number =>
        mayHide(cell)
          ? at(cell) - (cell === place ? (table.cells[cell]!.low ?? 0) : pattern.floorOf(cell))
          : 0,
      up: (cell: number): number => (mayHide(cell) ? (table.cells[cell]!.high ?? Infinity) - at(cell) : 0),
    };
    const cost = (cell: number): number =>
      this.#fixed[cell] || this.#uses[cell]! > 0 || shift.has(cell) ? 0 : weights[cell]!;
    const towards = Math.sign(target - values[place]!);
    for (let moves = 0; towards * (target - at(place)) > 0; moves++) {
      const move = moves < MOVES_PER_GOAL ? this.#best(place, target - at(place), room, cost) : null;
      if (move === null) return null;
      for (const [cell, change] of move) shift.set(cell, (shift.get(cell) ?? 0) + change);
    }
    return pattern.keeps([...shift]) ? [...shift.keys()] : null;
  }

  // The whole way at once, or part of it if that comes much cheaper.
  #best(
    place: number,
    amount: number,
    room: Parameters<MoveFinder["find"]>[2],
    cost: (cell: number) => number,
  ): Move | null {
    let best: Move | null = null;
    let least = Infinity;
    for (let size = Math.abs(amount); size >= 1; size = Math.floor(size / 2)) {
      for (const finder of this.#finders) {
        const move = finder.find(place, Math.sign(amount) * size, room, BUDGET, cost);
        if (!move) continue;
        const price = (move.reduce((sum, [cell]) => sum + cost(cell), 0) * Math.abs(amount)) / size;
        if (price < least) [best, least] = [move, price];
      }
      if (least === 0) break;
    }
    return best;
  }
}

// The most demanding first: what they need, the others can share.
function goalsOf({ values, needLow, needHigh }: Pattern): Goal[] {
  const goals: Goal[] = [];
  values.forEach((value, place) => {
    if (Number.isNaN(needLow[place]!)) return;
    if (value > needLow[place]!) goals.push({ place, target: needLow[place]!, route: null });
    if (value < needHigh[place]!) goals.push({ place, target: needHigh[place]!, route: null });
  });
  return goals.sort((a, b) => Math.abs(b.target - values[b.place]!) - Math.abs(a.target - values[a.place]!));
}
