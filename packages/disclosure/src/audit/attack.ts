import type { Highs } from "highs";
import type { Attack } from "./audit.ts";
import type { Component } from "./components.ts";
import { dualBound } from "./dualBound.ts";
import { flatten } from "./kernel.ts";
import type { Ledger } from "./ledger.ts";
import { isHopeless, isMet, isMoot, targetsOf } from "./requirement.ts";
import { sequence } from "./sequence.ts";
import { ComponentModel } from "./solver.ts";
import type { Outcome } from "./solver.ts";
import { Walk } from "./walk.ts";
import type { Goal } from "./walk.ts";

/** How far a solver's figure may lie from a whole number to be taken for it. */
const WHOLE = 1e-6;
/** Steps towards one goal: as few as help, doubled while they do not. */
const STEPS = 200;
const MOST_STEPS = 6400;
/** Rounds go on while each meets at least this share of what was open. */
const WORTHWHILE = 0.03;
const BULK_SECONDS = 20;
/** Components of up to so many unknowns are always followed to the end. */
const THOROUGH = 400;

/** Works on one component until every requirement in it is met, cannot be met, or the time is up. */
export class ComponentAttack {
  readonly #attack: Attack;
  readonly #ledger: Ledger;
  readonly #component: Component;
  readonly #highs: Highs;
  #model: ComponentModel | undefined;
  #solves = 0;

  constructor(highs: Highs, attack: Attack, ledger: Ledger, component: Component) {
    this.#highs = highs;
    this.#attack = attack;
    this.#ledger = ledger;
    this.#component = component;
  }

  /** @returns how often the solver was asked */
  run(onProgress: (done: number) => void): number {
    const { exact, quick, bounds, requirements, left } = this.#attack;
    const { unknowns } = this.#component;
    if (exact) {
      for (const [place, x] of unknowns.entries()) {
        onProgress(place / unknowns.length);
        if (left() <= 0) break;
        for (const [direction, until] of targetsOf(requirements[x]!, this.#ledger.base[x]!)) {
          this.#push({ place, direction, until }, true);
        }
        this.#push({ place, direction: -1, until: bounds.low[x]! }, true);
        this.#push({ place, direction: 1, until: bounds.high[x]! }, true);
      }
      return this.#solves;
    }
    const walk = this.#startWalk();
    this.#walk(walk, quick ? MOST_STEPS : STEPS);
    if (quick) return this.#solves;
    onProgress(0.2);
    this.#pushAll(false, (done) => onProgress(0.2 + 0.3 * done));
    // A large table that is known to be unsafe has to be changed anyway: what is left open in it stays unproven.
    if (unknowns.length > THOROUGH && this.#isBroken()) return this.#solves;
    this.#walk(walk, MOST_STEPS);
    for (const direction of [-1, 1] as const) this.#bulk(direction);
    this.#pushAll(true, (done) => onProgress(0.7 + 0.3 * done));
    return this.#solves;
  }

  dispose(): void {
    this.#model?.dispose();
  }

  #startWalk(): Walk | null {
    const { system, bounds } = this.#attack;
    const { unknowns, rows } = this.#component;
    if (this.#goals().length === 0) return null;
    const flat = flatten(system, bounds, this.#component);
    if (flat === null || flat.moves.length === 0) return null;
    const start = new Float64Array(flat.size);
    unknowns.forEach((x, place) => (start[place] = this.#ledger.base[x]!));
    let slack = unknowns.length;
    for (const r of rows) {
      if (system.rows.low[r] !== system.rows.high[r])
        start[slack++] = this.#ledger.sumOf(r) - this.#settledSum(r);
    }
    return new Walk(flat, start, sequence(unknowns.length));
  }

  // Possible tables by the thousand, without a solver: more and more steps towards each goal while that helps.
  #walk(walk: Walk | null, mostSteps: number): void {
    let goals = this.#goals();
    for (let steps = STEPS; walk && goals.length > 0 && steps <= mostSteps && this.#attack.left() > 0;) {
      const before = goals.length;
      walk.run(
        goals,
        steps,
        (goal) => !this.#reached(goal),
        (at) => this.#record(at),
      );
      goals = this.#goals();
      if (goals.length > (1 - WORTHWHILE) * before) steps *= 2;
    }
  }

  // What settled unknowns add to a row: the walk knows nothing of them.
  #settledSum(r: number): number {
    const { rows } = this.#attack.system;
    const { low, high } = this.#attack.bounds;
    let sum = 0;
    for (let t = rows.starts[r]!; t < rows.starts[r + 1]!; t++) {
      const x = rows.unknowns[t]!;
      if (low[x] === high[x]) sum += rows.coefficients[t]! * low[x]!;
    }
    return sum;
  }

  #pushAll(whole: boolean, onProgress: (done: number) => void): void {
    const goals = this.#goals();
    for (const [i, goal] of goals.entries()) {
      onProgress(i / goals.length);
      if (this.#attack.left() <= 0) return;
      if (this.#isOpen(this.#component.unknowns[goal.place]!)) this.#push(goal, whole);
    }
  }

  #bulk(direction: 1 | -1): void {
    for (let before = Infinity; this.#attack.left() > 0;) {
      const goals = this.#goals().filter((goal) => goal.direction === direction);
      if (goals.length < 4 || goals.length > (1 - WORTHWHILE) * before) return;
      before = goals.length;
      const seconds = Math.min(BULK_SECONDS, this.#attack.left());
      const outcome = this.#ask(() => this.#solver().bulk(goals, direction, seconds));
      if (outcome.status === "optimal") this.#record(outcome.point);
    }
  }

  // What still has to be reached: one goal for each end of each requirement that is neither met nor out of reach.
  #goals(): Goal[] {
    const goals: Goal[] = [];
    for (const [place, x] of this.#component.unknowns.entries()) {
      if (!this.#isOpen(x)) continue;
      for (const [direction, until] of targetsOf(this.#attack.requirements[x]!, this.#ledger.base[x]!)) {
        const goal = { place, direction, until };
        if (!this.#reached(goal)) goals.push(goal);
      }
    }
    return goals;
  }

  #isBroken(): boolean {
    const { requirements, bounds } = this.#attack;
    return requirements.some((requirement, x) => isHopeless(requirement, bounds.low[x]!, bounds.high[x]!));
  }

  #isOpen(x: number): boolean {
    const { requirements, bounds } = this.#attack;
    const requirement = requirements[x]!;
    if (isMet(requirement, this.#ledger.least[x]!, this.#ledger.most[x]!)) return false;
    if (isMoot(requirement, bounds.low[x]!, bounds.high[x]!)) return false;
    return !isHopeless(requirement, bounds.low[x]!, bounds.high[x]!);
  }

  #reached({ place, direction, until }: Goal): boolean {
    const x = this.#component.unknowns[place]!;
    return direction > 0 ? this.#ledger.most[x]! >= until : this.#ledger.least[x]! <= until;
  }

  // Drives one unknown one way until it gets there or is proved not to; over fractions, then over whole numbers.
  #push(goal: Goal, whole: boolean): void {
    const { system, bounds, left } = this.#attack;
    const { place, direction } = goal;
    const x = this.#component.unknowns[place]!;
    const limit = direction > 0 ? bounds.high : bounds.low;
    const clipped = (): Goal => ({
      ...goal,
      until: direction > 0 ? Math.min(goal.until, limit[x]!) : Math.max(goal.until, limit[x]!),
    });
    if (this.#reached(clipped())) return;
    const loose = this.#ask(() => this.#solver().extreme(place, direction, clipped().until, left()));
    if (loose.status === "unbounded") {
      this.#ledger.endless.add(x);
      return;
    }
    if (loose.status === "optimal") {
      this.#record(loose.point);
      const bound = dualBound(system, bounds, this.#component, place, direction, loose.duals);
      if (direction * (limit[x]! - bound) > 0) limit[x] = bound;
    }
    if (!whole || this.#reached(clipped())) return;
    const tight = this.#ask(() => this.#solver().wholeExtreme(place, direction, clipped().until, left()));
    if (tight.status !== "optimal") return;
    this.#record(tight.point);
    // Branch and bound has no multipliers to check: its word is taken for a narrower interval, never for a wider one.
    const value = Math.round(tight.value);
    const shown = direction > 0 ? this.#ledger.most[x]! : this.#ledger.least[x]!;
    if (tight.proved && shown === value && direction * (limit[x]! - value) > 0) limit[x] = value;
  }

  // A fractional point is no table; a whole one counts once it has been checked.
  #record(point: Float64Array): void {
    const changes: [number, number][] = [];
    for (const [place, x] of this.#component.unknowns.entries()) {
      const value = Math.round(point[place]!);
      if (Math.abs(value - point[place]!) > WHOLE) return;
      const change = value - this.#ledger.base[x]!;
      if (change !== 0) changes.push([x, change]);
    }
    this.#ledger.add(changes);
  }

  #ask(question: () => Outcome): Outcome {
    this.#solves++;
    return question();
  }

  #solver(): ComponentModel {
    const { system, bounds } = this.#attack;
    return (this.#model ??= new ComponentModel(this.#highs, system, bounds, this.#component));
  }
}
