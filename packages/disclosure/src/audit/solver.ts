import loadHighs from "highs";
import type { Highs, Model } from "highs";
import type { Component } from "./components.ts";
import type { Bounds } from "./propagate.ts";
import type { Goal } from "./walk.ts";
import { matrixOf } from "./matrix.ts";
import type { System } from "./system.ts";

let runtime: Promise<Highs> | undefined;

/** The solver, loaded once. Nothing it says is trusted: see `certificate.ts` and `dualBound.ts`. */
export function loadSolver(): Promise<Highs> {
  runtime ??= loadHighs();
  return runtime;
}

/** What one solve ended with. A limit reached is neither: the caller has proved nothing. */
export type Outcome =
  | {
      readonly status: "optimal";
      /** Whether nothing better can exist; false where the time was up with a good point in hand. */
      readonly proved: boolean;
      readonly value: number;
      readonly point: Float64Array;
      readonly duals: Float64Array;
    }
  | { readonly status: "infeasible" }
  | { readonly status: "unbounded" }
  | { readonly status: "stopped" };

/**
 * A component as a linear programme that stays in the solver between solves. Unknowns and rows are numbered within
 * the component. Dispose it: its memory is not the garbage collector's.
 */
export class ComponentModel {
  readonly component: Component;
  readonly #highs: Highs;
  readonly #model: Model & { dispose(): void };
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  #objective = -1;

  constructor(highs: Highs, system: System, bounds: Bounds, component: Component) {
    this.#highs = highs;
    this.component = component;
    this.#low = Float64Array.from(component.unknowns, (x) => bounds.low[x]!);
    this.#high = Float64Array.from(component.unknowns, (x) => bounds.high[x]!);
    const matrix = matrixOf(system, bounds, component);
    const count = component.unknowns.length;
    this.#model = highs.createModel({
      numCols: count,
      numRows: component.rows.length,
      colCost: new Float64Array(count),
      colLower: this.#low,
      colUpper: this.#high,
      rowLower: matrix.low,
      rowUpper: matrix.high,
      matrix: {
        format: "csr",
        numRows: component.rows.length,
        numCols: count,
        starts: matrix.starts,
        indices: matrix.indices,
        values: matrix.values,
      },
    });
    // After a change of objective the last basis stays primal feasible: primal simplex goes on from there.
    this.#model.options.set({ output_flag: false, simplex_strategy: 4, presolve: "off", solver: "simplex" });
  }

  /** Minimum (−1) or maximum (+1) of one unknown, by its place in the component, never beyond `until`. */
  extreme(place: number, direction: 1 | -1, until: number, seconds: number): Outcome {
    this.#aim(place, -direction);
    const [low, high] = [this.#low[place]!, this.#high[place]!];
    if (direction > 0) this.#model.changeColBounds(place, low, Math.min(high, until));
    else this.#model.changeColBounds(place, Math.max(low, until), high);
    const outcome = this.#run(seconds);
    this.#model.changeColBounds(place, low, high);
    return outcome;
  }

  /** The same over whole numbers only, by branch and bound. */
  wholeExtreme(place: number, direction: 1 | -1, until: number, seconds: number): Outcome {
    return this.#whole(() => this.extreme(place, direction, until, seconds), 0);
  }

  /**
   * A whole-number point in which as many as possible of these unknowns are as far as asked for. Good, not best: any
   * point that is found counts, also when the time is up.
   */
  bulk(goals: readonly Goal[], direction: 1 | -1, seconds: number): Outcome {
    const all = { kind: "range", from: 0, to: this.component.unknowns.length - 1 } as const;
    const costs = new Float64Array(this.component.unknowns.length);
    const [low, high] = [this.#low.slice(), this.#high.slice()];
    for (const { place, until } of goals) {
      costs[place] = -direction;
      if (direction > 0) high[place] = Math.min(high[place]!, until);
      else low[place] = Math.max(low[place]!, until);
    }
    this.#model.changeColsCost(all, costs);
    this.#model.changeColsBounds(all, low, high);
    this.#objective = goals[0]!.place;
    try {
      return this.#whole(() => this.#run(seconds), 0.2);
    } finally {
      this.#model.changeColsCost(all, new Float64Array(costs.length));
      this.#model.changeColsBounds(all, this.#low, this.#high);
    }
  }

  /** Any whole-number point. */
  anyWhole(seconds: number): Outcome {
    const [low, high] = [this.#low[0]!, this.#high[0]!];
    const outcome = this.wholeExtreme(0, 1, Number.isFinite(high) ? high : low + 1_000_000, seconds);
    this.#model.changeColBounds(0, low, high);
    return outcome;
  }

  dispose(): void {
    this.#model.dispose();
  }

  #whole(solve: () => Outcome, gap: number): Outcome {
    const { integer, continuous } = this.#highs.constants.variableType;
    const all = { kind: "range", from: 0, to: this.component.unknowns.length - 1 } as const;
    const types = (type: 0 | 1): Int32Array => new Int32Array(this.component.unknowns.length).fill(type);
    this.#model.changeColsIntegrality(all, types(integer));
    this.#model.options.set({
      presolve: "on",
      solver: "choose",
      simplex_strategy: 1,
      mip_rel_gap: gap,
      mip_abs_gap: 0.5,
    });
    try {
      return solve();
    } finally {
      this.#model.changeColsIntegrality(all, types(continuous));
      this.#model.options.set({ presolve: "off", solver: "simplex", simplex_strategy: 4 });
      this.#model.clearSolver();
    }
  }

  #aim(place: number, cost: number): void {
    if (this.#objective !== -1 && this.#objective !== place) this.#model.changeColCost(this.#objective, 0);
    this.#model.changeColCost(place, cost);
    this.#objective = place;
  }

  #run(seconds: number): Outcome {
    const { modelStatus } = this.#highs.constants;
    if (seconds <= 0) return { status: "stopped" };
    this.#model.zeroAllClocks();
    this.#model.options.set("time_limit", seconds);
    const { modelStatus: status } = this.#model.run();
    if (status === modelStatus.infeasible) return { status: "infeasible" };
    if (status === modelStatus.unbounded) return { status: "unbounded" };
    const found =
      this.#model.info.get("primal_solution_status") === this.#highs.constants.solutionStatus.feasible;
    if (status !== modelStatus.optimal && !found) return { status: "stopped" };
    const { colValue, rowDual } = this.#model.getSolution();
    return {
      status: "optimal",
      proved: status === modelStatus.optimal,
      value: colValue[this.#objective]!,
      point: colValue,
      duals: rowDual,
    };
  }
}
