import type { Highs } from "highs";
import { TableError } from "../table/cell.ts";
import type { Attack } from "./audit.ts";
import type { Component } from "./components.ts";
import { ComponentModel } from "./solver.ts";
import { brokenRow } from "./system.ts";

/**
 * A whole-number table that fits all that is published: the true one if it is known, else one that the solver finds.
 *
 * @returns null if the time was up
 * @throws TableError if there is none: then the published figures contradict each other
 */
export async function findBase(
  attack: Attack,
  parts: readonly Component[],
  highs: Highs,
): Promise<Float64Array | null> {
  const { system, bounds, left } = attack;
  if (system.truth) return system.truth.slice();
  const base = bounds.low.slice();
  base.forEach((value, x) => {
    if (!Number.isFinite(value)) base[x] = Number.isFinite(bounds.high[x]!) ? bounds.high[x]! : 0;
  });
  for (const part of parts) {
    const model = new ComponentModel(highs, system, bounds, part);
    try {
      const outcome = model.anyWhole(left());
      if (outcome.status === "infeasible")
        throw new TableError("no table fits the published figures: they contradict each other");
      if (outcome.status !== "optimal") return null;
      part.unknowns.forEach((x, place) => (base[x] = Math.round(outcome.point[place]!)));
    } finally {
      model.dispose();
    }
  }
  return brokenRow(system, base) === -1 ? base : null;
}
