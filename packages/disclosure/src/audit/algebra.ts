import type { Component } from "./components.ts";
import { eliminate, modulo } from "./eliminate.ts";
import type { SparseRow } from "./eliminate.ts";
import type { Bounds } from "./propagate.ts";
import type { System } from "./system.ts";

/** Two primes below 2²⁶, so that a product stays exact in a double. */
const PRIMES = [67_108_859, 67_108_837] as const;

/**
 * The unknowns of a component that its equations alone settle, whatever the bounds: those at which a random vector of
 * the kernel is 0, modulo two primes.
 *
 * @returns the settled unknowns, or null if elimination would have cost too much
 */
export function settledByEquations(
  system: System,
  bounds: Bounds,
  component: Component,
  random: () => number,
): Set<number> | null {
  let settled: Set<number> | null = null;
  for (const prime of PRIMES) {
    const zeros = kernelZeros(system, bounds, component, prime, random);
    if (zeros === null) return null;
    settled = both(settled, zeros);
    if (settled.size === 0) break;
  }
  return settled;
}

function both(before: Set<number> | null, zeros: Set<number>): Set<number> {
  return before === null ? zeros : new Set([...zeros].filter((x) => before.has(x)));
}

function kernelZeros(
  system: System,
  bounds: Bounds,
  component: Component,
  prime: number,
  random: () => number,
): Set<number> | null {
  const equations = equationsOf(system, bounds, component, prime);
  const echelon = eliminate(equations, prime);
  if (echelon === null) return null;
  const vector = new Map<number, number>();
  const pivots = new Set(echelon.map(({ pivot }) => pivot));
  for (const x of component.unknowns)
    if (!pivots.has(x)) vector.set(x, 1 + Math.floor(random() * (prime - 1)));
  for (let i = echelon.length - 1; i >= 0; i--) {
    const { pivot, row } = echelon[i]!;
    let sum = 0;
    for (const [x, c] of row) if (x !== pivot) sum = (sum + c * vector.get(x)!) % prime;
    vector.set(pivot, sum === 0 ? 0 : prime - sum);
  }
  return new Set(component.unknowns.filter((x) => vector.get(x) === 0));
}

function equationsOf(
  { rows }: System,
  { low, high }: Bounds,
  component: Component,
  prime: number,
): SparseRow[] {
  const equations: SparseRow[] = [];
  for (const r of component.rows) {
    if (rows.low[r] !== rows.high[r]) continue;
    const row: SparseRow = new Map();
    for (let t = rows.starts[r]!; t < rows.starts[r + 1]!; t++) {
      const x = rows.unknowns[t]!;
      if (low[x] === high[x]) continue;
      const c = modulo(rows.coefficients[t]!, prime);
      if (c !== 0) row.set(x, c);
    }
    if (row.size > 0) equations.push(row);
  }
  return equations;
}
