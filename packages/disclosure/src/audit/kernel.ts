import type { Component } from "./components.ts";
import { eliminate, modulo } from "./eliminate.ts";
import type { SparseRow } from "./eliminate.ts";
import { BackSubstitution } from "./backSubstitution.ts";
import { shrink } from "./shrink.ts";
import type { Bounds } from "./propagate.ts";
import type { System } from "./system.ts";

/** A whole-number change of a component that keeps every equation: places and coefficients side by side. */
export interface KernelMove {
  readonly places: Int32Array;
  readonly changes: Int32Array;
}

/** A component as unknowns between bounds under equations alone: an inequality becomes an equation with a slack. */
export interface Flat {
  /** How many places there are; those from `component.unknowns.length` on are slacks. */
  readonly size: number;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly moves: readonly KernelMove[];
}

type Term = readonly [place: number, coefficient: number];

const PRIME = 67_108_859;
const LARGEST = 1_000_000;

/**
 * A basis of all changes that keep a component's equations, as short as it can be made cheaply.
 *
 * @returns null if elimination would have cost too much
 */
export function flatten(system: System, bounds: Bounds, component: Component): Flat | null {
  const { unknowns } = component;
  const { rows } = system;
  const placeOf = new Map(unknowns.map((x, place) => [x, place]));
  const low = unknowns.map((x) => bounds.low[x]!);
  const high = unknowns.map((x) => bounds.high[x]!);
  const equations: Term[][] = [];
  for (const r of component.rows) {
    const row: Term[] = [];
    let known = 0;
    for (let t = rows.starts[r]!; t < rows.starts[r + 1]!; t++) {
      const x = rows.unknowns[t]!;
      const place = placeOf.get(x);
      if (place === undefined) known += rows.coefficients[t]! * bounds.low[x]!;
      else row.push([place, rows.coefficients[t]!]);
    }
    if (rows.low[r] !== rows.high[r]) {
      row.push([low.length, -1]);
      low.push(rows.low[r]! - known);
      high.push(rows.high[r]! - known);
    }
    equations.push(row);
  }
  const moves = kernelOf(equations, low.length);
  return moves && { size: low.length, low: Float64Array.from(low), high: Float64Array.from(high), moves };
}

function kernelOf(equations: readonly (readonly Term[])[], size: number): KernelMove[] | null {
  const rows = equations.map((row): SparseRow => new Map(row.map(([place, c]) => [place, modulo(c, PRIME)])));
  const echelon = eliminate(rows, PRIME);
  if (echelon === null) return null;
  const solver = new BackSubstitution(echelon, size, PRIME);
  const equationsOf: Term[][] = Array.from({ length: size }, () => []);
  equations.forEach((row, e) => row.forEach(([place, c]) => equationsOf[place]!.push([e, c])));
  const vectors: Map<number, number>[] = [];
  for (const free of solver.free) {
    const vector = wholeVector(solver.solve(free));
    if (vector && keeps(vector, equationsOf)) vectors.push(vector);
  }
  return shrink(vectors).map((vector) => ({
    places: Int32Array.from(vector.keys()),
    changes: Int32Array.from(vector.values()),
  }));
}

// Residues stand for small whole numbers, or for small fractions: then a small multiple is whole.
function wholeVector(vector: ReadonlyMap<number, number>): Map<number, number> | null {
  for (const factor of [1, 2, 3, 4, 5, 6, 12]) {
    const whole = new Map<number, number>();
    for (const [place, residue] of vector) {
      const value = (residue * factor) % PRIME;
      const signed = value > PRIME / 2 ? value - PRIME : value;
      if (Math.abs(signed) > LARGEST) break;
      whole.set(place, signed);
    }
    if (whole.size === vector.size) return whole;
  }
  return null;
}

function keeps(vector: ReadonlyMap<number, number>, equationsOf: readonly (readonly Term[])[]): boolean {
  const sums = new Map<number, number>();
  for (const [place, change] of vector) {
    for (const [e, c] of equationsOf[place]!) sums.set(e, (sums.get(e) ?? 0) + c * change);
  }
  for (const sum of sums.values()) if (sum !== 0) return false;
  return true;
}
