import type { Flat, KernelMove } from "./kernel.ts";

/** How many moves are tried at each step. */
const TRIED = 12;

/** How far one place shall get, one way. */
export interface Goal {
  readonly place: number;
  readonly direction: 1 | -1;
  readonly until: number;
}

/**
 * Walks from one possible table to the next by moves of the kernel, never below 0 or beyond a bound, towards goals.
 * Each stop is a whole-number table that keeps every relation, so what one stop shows for all cells counts at once.
 */
export class Walk {
  readonly #flat: Flat;
  readonly #at: Float64Array;
  readonly #movesOf: readonly (readonly number[])[];
  readonly #random: () => number;

  /** @param start a value for every place, slacks included */
  constructor(flat: Flat, start: Float64Array, random: () => number) {
    this.#flat = flat;
    this.#at = start;
    this.#random = random;
    const movesOf: number[][] = Array.from({ length: flat.size }, () => []);
    flat.moves.forEach(({ places }, m) => places.forEach((place) => movesOf[place]!.push(m)));
    this.#movesOf = movesOf;
  }

  /**
   * Heads for one goal after another, for so many steps each.
   *
   * @param onStop told each time a goal is reached, with the table there (by place; do not keep it)
   */
  run(
    goals: readonly Goal[],
    steps: number,
    isOpen: (goal: Goal) => boolean,
    onStop: (at: Float64Array) => void,
  ): void {
    for (const goal of goals) {
      if (!isOpen(goal)) continue;
      for (let step = 0; step < steps; step++) {
        const reached = this.#towards(goal);
        if (reached) {
          onStop(this.#at);
          break;
        }
      }
    }
  }

  // One step towards the goal if there is one, else one anywhere, which may clear the way.
  #towards({ place, direction, until }: Goal): boolean {
    const own = this.#movesOf[place]!;
    if (own.length === 0) return false;
    const from = Math.floor(this.#random() * own.length);
    for (let i = 0; i < Math.min(own.length, TRIED); i++) {
      const move = this.#flat.moves[own[(from + i) % own.length]!]!;
      const change = changeAt(move, place);
      const sign = Math.sign(change) === direction ? 1 : -1;
      const most = this.#reach(move, sign);
      if (most < 1 && !this.#unblock(move, sign, place)) continue;
      const wanted = Math.ceil((direction * (until - this.#at[place]!)) / Math.abs(change));
      this.#go(move, sign * Math.min(Math.max(1, most), Math.max(1, wanted)));
      if (direction * (this.#at[place]! - until) >= 0) return true;
      break;
    }
    this.#wander(place);
    return false;
  }

  // Makes room for one step of a move where a single place is in its way: by a second move that leaves the goal alone.
  #unblock(move: KernelMove, sign: 1 | -1, goal: number): boolean {
    const { low, high, moves } = this.#flat;
    let blocked = -1;
    for (let i = 0; i < move.places.length; i++) {
      const place = move.places[i]!;
      const next = this.#at[place]! + sign * move.changes[i]!;
      if (next >= low[place]! && next <= high[place]!) continue;
      if (blocked !== -1) return false;
      blocked = i;
    }
    const place = move.places[blocked]!;
    const helpers = this.#movesOf[place]!;
    const from = Math.floor(this.#random() * helpers.length);
    for (let i = 0; i < Math.min(helpers.length, TRIED); i++) {
      const helper = moves[helpers[(from + i) % helpers.length]!]!;
      if (helper === move || helper.places.includes(goal)) continue;
      const way = Math.sign(changeAt(helper, place)) === Math.sign(sign * move.changes[blocked]!) ? -1 : 1;
      if (this.#reach(helper, way) < 1) continue;
      this.#go(helper, way);
      if (this.#reach(move, sign) >= 1) return true;
      this.#go(helper, -way);
    }
    return false;
  }

  // A random move that leaves the goal's place alone.
  #wander(place: number): void {
    const { moves } = this.#flat;
    for (let tries = 0; tries < 4; tries++) {
      const move = moves[Math.floor(this.#random() * moves.length)]!;
      if (move.places.includes(place)) continue;
      const sign = this.#random() < 0.5 ? 1 : -1;
      const most = Math.min(this.#reach(move, sign), 64);
      if (most < 1) continue;
      this.#go(move, sign * (1 + Math.floor(this.#random() * most)));
      return;
    }
  }

  #reach({ places, changes }: KernelMove, sign: 1 | -1): number {
    const { low, high } = this.#flat;
    let most = Infinity;
    for (let i = 0; i < places.length; i++) {
      const place = places[i]!;
      const change = sign * changes[i]!;
      const room =
        change > 0 ? (high[place]! - this.#at[place]!) / change : (low[place]! - this.#at[place]!) / change;
      if (room < most) {
        most = Math.floor(room);
        if (most < 1) return 0;
      }
    }
    return Math.min(most, 1_000_000);
  }

  #go({ places, changes }: KernelMove, times: number): void {
    for (let i = 0; i < places.length; i++)
      this.#at[places[i]!] = this.#at[places[i]!]! + times * changes[i]!;
  }
}

function changeAt({ places, changes }: KernelMove, place: number): number {
  return changes[places.indexOf(place)]!;
}
