import type { Highs, Model } from "highs";
import type { Pattern } from "./pattern.ts";

/** A change smaller than this is a rounding error of the solver. */
const NOTHING = 1e-6;

/**
 * Finds what must be hidden so that one cell can change unnoticed, whatever the relations are: linked tables,
 * overlapping bands, earlier releases. A linear programme over all cells: each may go up and down within its bounds,
 * hidden ones free of charge, the others at their weight a unit; every relation is kept. (Robertson 1993; Fischetti &
 * Salazar 2001 solve the same system.) What changes in the cheapest answer is hidden. Dispose it.
 */
export class Programme {
  readonly #pattern: Pattern;
  readonly #model: Model & { dispose(): void };
  readonly #optimal: number;
  readonly #costs: Float64Array;

  constructor(highs: Highs, pattern: Pattern) {
    this.#pattern = pattern;
    const { cells, relations } = pattern.table;
    const count = cells.length;
    this.#costs = new Float64Array(2 * count);
    const upper = new Float64Array(2 * count);
    cells.forEach((_, place) => {
      this.#costs[place] = this.#costs[count + place] = this.#price(place);
      [upper[place], upper[count + place]] = this.#room(place);
    });
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    const low = new Float64Array(relations.length);
    const high = new Float64Array(relations.length);
    relations.forEach((relation, r) => {
      let sum = 0;
      for (const [place, c] of relation.terms) {
        sum += c * pattern.values[place]!;
        indices.push(place, count + place);
        values.push(c, -c);
      }
      starts.push(indices.length);
      low[r] = Math.min(0, relation.low - sum);
      high[r] = Math.max(0, relation.high - sum);
    });
    this.#optimal = highs.constants.modelStatus.optimal;
    this.#model = highs.createModel({
      numCols: 2 * count,
      numRows: relations.length,
      colCost: this.#costs,
      colLower: new Float64Array(2 * count),
      colUpper: upper,
      rowLower: low,
      rowUpper: high,
      matrix: {
        format: "csr",
        numRows: relations.length,
        numCols: 2 * count,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    });
    this.#model.options.set({ output_flag: false, presolve: "off", solver: "simplex" });
  }

  /** Hides the cheapest set of cells that lets this one change by so much. @returns whether there was one */
  free(place: number, amount: number, seconds: number): boolean {
    const { hidden, table, values } = this.#pattern;
    const count = hidden.length;
    this.#refresh();
    const [column, opposite] = amount > 0 ? [place, count + place] : [count + place, place];
    const [up, down] = this.#room(place);
    const size = Math.abs(amount);
    const most = amount > 0 ? up : values[place]! - (table.cells[place]!.low ?? 0);
    if (size > most) return false;
    this.#model.changeColBounds(column, size, most);
    this.#model.changeColBounds(opposite, 0, 0);
    this.#model.zeroAllClocks();
    this.#model.options.set("time_limit", Math.max(0.01, seconds));
    const { modelStatus } = this.#model.run();
    const solved = modelStatus === this.#optimal;
    const { colValue } = solved ? this.#model.getSolution() : { colValue: [] };
    this.#model.changeColBounds(column, 0, amount > 0 ? up : down);
    this.#model.changeColBounds(opposite, 0, amount > 0 ? down : up);
    for (let cell = 0; solved && cell < count; cell++) {
      if (Math.abs(colValue[cell]! - colValue[count + cell]!) > NOTHING) hidden[cell] = 1;
    }
    return solved;
  }

  dispose(): void {
    this.#model.dispose();
  }

  // Cells that were hidden since are free of charge.
  #refresh(): void {
    const count = this.#pattern.hidden.length;
    for (let place = 0; place < count; place++) {
      const price = this.#price(place);
      if (price === this.#costs[place]) continue;
      this.#costs[place] = this.#costs[count + place] = price;
      this.#model.changeColCost(place, price);
      this.#model.changeColCost(count + place, price);
    }
  }

  #price(place: number): number {
    const { hidden, weights } = this.#pattern;
    return hidden[place] || !Number.isFinite(weights[place]!) ? 0 : weights[place]!;
  }

  #room(place: number): [up: number, down: number] {
    const { values, table } = this.#pattern;
    if (!this.#pattern.mayHide(place)) return [0, 0];
    const { high = Infinity } = table.cells[place]!;
    return [high - values[place]!, values[place]! - this.#pattern.floorOf(place)];
  }
}
