import type { Highs } from "highs";
import { TableError } from "../table/cell.ts";
import type { Table } from "../table/table.ts";
import { sequence } from "./sequence.ts";
import { settledByEquations } from "./algebra.ts";
import { meetByMoves } from "./byMoves.ts";
import { components } from "./components.ts";
import type { Component } from "./components.ts";
import { ComponentAttack } from "./attack.ts";
import { findBase } from "./base.ts";
import { Ledger } from "./ledger.ts";
import { propagate } from "./propagate.ts";
import type { Bounds } from "./propagate.ts";
import { isSensitive, requirementOf } from "./requirement.ts";
import type { Requirement } from "./requirement.ts";
import { findingsOf } from "./findings.ts";
import type { AuditResult } from "./result.ts";
import { loadSolver } from "./solver.ts";
import { systemOf } from "./system.ts";
import type { System } from "./system.ts";

export interface AuditOptions {
  /** Time limit in seconds (600 if left out). What is not proved by then is not safe. */
  readonly seconds?: number;
  /**
   * `exact` finds each hidden cell's whole interval; `enough` stops where a requirement is met or cannot be.
   * Left out: exact up to 400 hidden cells.
   */
  readonly intervals?: "exact" | "enough";
  /** Called now and then with the share done, 0 to 1, and what is being done. */
  readonly onProgress?: (done: number, doing: string) => void;
  /** The clock, in milliseconds. */
  readonly now?: () => number;
  /** The solver; HiGHS if left out. */
  readonly solver?: () => Promise<Highs>;
}

/** Everything one audit works with. */
export interface Attack {
  readonly system: System;
  readonly bounds: Bounds;
  readonly requirements: readonly Requirement[];
  readonly exact: boolean;
  /** Whether to do without the solver: what is not met by then is left unproven. */
  readonly quick: boolean;
  /** Unknowns that the equations alone settle. */
  readonly settled: Set<number>;
  /** Seconds left. */
  readonly left: () => number;
}

/**
 * Attacks a table as a patient reader would, who knows every published figure and every relation between them, and
 * tells for each hidden cell what that reader can know. Safe means: for every sensitive cell there are two tables,
 * both consistent with all that is published, one with the cell at 0 and one at k or more; and no hidden cell can be
 * worked out exactly. Exact algebra and bounds come first, then moves, then the solver; whatever the solver says is
 * checked in whole numbers.
 *
 * @throws TableError if published figures contradict each other
 */
export async function audit(table: Table, options: AuditOptions = {}): Promise<AuditResult> {
  return attackTable(table, options);
}

/** The audit, or the part of it that needs no solver. */
export async function attackTable(
  table: Table,
  options: AuditOptions & { readonly quick?: boolean },
): Promise<AuditResult> {
  const now = options.now ?? (() => performance.now());
  const start = now();
  const end = start + 1000 * (options.seconds ?? 600);
  const left = (): number => (end - now()) / 1000;
  if (table.cells.length === 0) throw new TableError("empty table: it has no cells");
  const system = systemOf(table);
  const bounds = propagate(system);
  if (bounds.broken !== -1) throw noSuchTable(table, system, bounds.broken);
  const requirements = system.cells.map((place) => requirementOf(table.cells[place]!, table.k));
  const exact = (options.intervals ?? (system.cells.length <= 400 ? "exact" : "enough")) === "exact";
  const attack: Attack = {
    system,
    bounds,
    requirements,
    exact,
    quick: options.quick ?? false,
    settled: new Set(),
    left,
  };
  const parts = components(system, bounds);
  options.onProgress?.(0.05, "equations");
  const highs = await (options.solver ?? loadSolver)();
  const base = await findBase(attack, parts, highs);
  if (base === null) return findingsOf(attack, null, { solves: 0, seconds: (now() - start) / 1000 });
  const ledger = new Ledger(system, base);
  settle(attack, parts, base);
  if (!exact) meetByMoves(system, bounds, ledger, requirements, () => left() <= 0);
  let solves = 0;
  for (const [i, part] of parts.entries()) {
    options.onProgress?.(0.3 + (0.7 * i) / parts.length, `part ${i + 1} of ${parts.length}`);
    const one = new ComponentAttack(highs, attack, ledger, part);
    try {
      solves += one.run((done) =>
        options.onProgress?.(0.3 + (0.7 * (i + done)) / parts.length, `part ${i + 1} of ${parts.length}`),
      );
    } finally {
      one.dispose();
    }
  }
  return findingsOf(attack, ledger, { solves, seconds: (now() - start) / 1000 });
}

function settle(attack: Attack, parts: readonly Component[], base: Float64Array): void {
  const { system, bounds } = attack;
  const random = sequence(0x5eed);
  for (const part of parts) {
    const settled = settledByEquations(system, bounds, part, random);
    for (const x of settled ?? []) {
      attack.settled.add(x);
      bounds.low[x] = base[x]!;
      bounds.high[x] = base[x]!;
    }
  }
}

function noSuchTable(table: Table, { rows }: System, row: number): TableError {
  const { label } = table.relations[rows.relations[row]!]!;
  return new TableError(`no table fits the published figures: ${label} cannot hold`);
}

/** Whether a published cell is itself a small count. */
export function exposedCells(table: Table): string[] {
  return table.cells
    .filter((cell) => cell.status === "published" && cell.sensitive !== false && isSensitive(cell, table.k))
    .map(({ key }) => key);
}
