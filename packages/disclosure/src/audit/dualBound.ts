import type { Component } from "./components.ts";
import type { Bounds } from "./propagate.ts";
import type { System } from "./system.ts";

const DENOMINATORS = [1n, 2n, 6n, 12n, 60n, 2520n, 1n << 20n, 1n << 32n] as const;

/**
 * A bound on one unknown that holds for sure, from the solver's multipliers: any multipliers give a true bound (weak
 * duality), so they are rounded to fractions and the bound worked out in whole numbers.
 *
 * @param place the unknown, within the component
 * @param direction 1 for an upper bound, −1 for a lower one
 * @returns the bound, ±Infinity if these multipliers prove none
 */
export function dualBound(
  system: System,
  bounds: Bounds,
  component: Component,
  place: number,
  direction: 1 | -1,
  duals: Float64Array,
): number {
  let best = direction > 0 ? Infinity : -Infinity;
  for (const denominator of DENOMINATORS) {
    const bound = boundAt(
      system,
      bounds,
      component,
      component.unknowns[place]!,
      direction,
      duals,
      denominator,
    );
    if (bound === null) continue;
    best = direction > 0 ? Math.min(best, bound) : Math.max(best, bound);
  }
  return best;
}

// Minimises −direction × x: cost + Σ multipliers × rows leaves reduced costs that the bounds of each unknown limit.
function boundAt(
  { rows }: System,
  { low, high }: Bounds,
  component: Component,
  unknown: number,
  direction: 1 | -1,
  duals: Float64Array,
  denominator: bigint,
): number | null {
  const reduced = new Map<number, bigint>([[unknown, BigInt(-direction) * denominator]]);
  let sum = 0n;
  for (let i = 0; i < component.rows.length; i++) {
    const multiplier = BigInt(Math.round(duals[i]! * Number(denominator)));
    if (multiplier === 0n) continue;
    const r = component.rows[i]!;
    const side = multiplier > 0n ? rows.low[r]! : rows.high[r]!;
    if (!Number.isFinite(side)) return null;
    sum += multiplier * BigInt(side);
    for (let t = rows.starts[r]!; t < rows.starts[r + 1]!; t++) {
      const x = rows.unknowns[t]!;
      reduced.set(x, (reduced.get(x) ?? 0n) - multiplier * BigInt(rows.coefficients[t]!));
    }
  }
  for (const [x, cost] of reduced) {
    if (cost === 0n) continue;
    const side = cost > 0n ? low[x]! : high[x]!;
    if (!Number.isFinite(side)) return null;
    sum += cost * BigInt(side);
  }
  // −direction × x ≥ sum / denominator
  return direction > 0 ? Number(floorDivide(-sum, denominator)) : -Number(floorDivide(-sum, denominator));
}

function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}
