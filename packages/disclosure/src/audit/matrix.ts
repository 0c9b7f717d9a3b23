import type { Component } from "./components.ts";
import type { Bounds } from "./propagate.ts";
import type { System } from "./system.ts";

/** The rows of one component, compressed; columns are places within the component. */
export interface Matrix {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * Writes a component's rows with settled unknowns put in as constants.
 *
 * @param from if given, rows speak of the difference from this point
 */
export function matrixOf(
  { rows }: System,
  bounds: Bounds,
  { unknowns, rows: own }: Component,
  from?: Float64Array,
): Matrix {
  const placeOf = new Map(unknowns.map((x, place) => [x, place]));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const low = new Float64Array(own.length);
  const high = new Float64Array(own.length);
  own.forEach((r, i) => {
    let known = 0;
    for (let t = rows.starts[r]!; t < rows.starts[r + 1]!; t++) {
      const x = rows.unknowns[t]!;
      const place = placeOf.get(x);
      if (place === undefined) known += rows.coefficients[t]! * bounds.low[x]!;
      else {
        if (from) known += rows.coefficients[t]! * from[x]!;
        indices.push(place);
        values.push(rows.coefficients[t]!);
      }
    }
    starts.push(indices.length);
    low[i] = rows.low[r]! - known;
    high[i] = rows.high[r]! - known;
  });
  return {
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
    low,
    high,
  };
}
