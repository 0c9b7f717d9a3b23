import { audit } from "../audit/audit.ts";
import type { AuditOptions } from "../audit/audit.ts";
import { isSensitive } from "../audit/requirement.ts";
import type { Table } from "../table/table.ts";
import type { Violation } from "./report.ts";

/**
 * Audits again for every hidden cell that somebody may know to be counted in: to them it is at least 1. All other
 * sensitive cells must still be able to be 0 and k.
 */
export async function insiderViolations(table: Table, options: AuditOptions): Promise<Violation[]> {
  const now = options.now ?? (() => performance.now());
  const end = now() + 1000 * (options.seconds ?? 600);
  const where: string[] = [];
  const open: string[] = [];
  for (const own of table.cells) {
    if (own.status !== "hidden" || own.value === 0 || (own.low ?? 0) >= 1) continue;
    const known = table.withCells((cell) => {
      if (cell.key !== own.key) return cell;
      const needs = cell.needs ?? ([0, table.k] as const);
      return isSensitive(cell, table.k)
        ? { ...cell, low: 1, needs: [Math.max(1, needs[0]), needs[1]] }
        : { ...cell, low: 1 };
    });
    const seconds = Math.max(0, (end - now()) / 1000);
    const { findings } = await audit(known, { ...options, seconds, intervals: "enough" });
    for (const { key, verdict } of findings) {
      if (verdict === "unsafe") where.push(`${key}, to somebody in ${own.key}`);
      if (verdict === "unproven") open.push(`${key}, to somebody in ${own.key}`);
    }
  }
  const violations: Violation[] = [];
  if (where.length > 0)
    violations.push({
      rule: "insider",
      message: "cells that a person who is counted can narrow down",
      where,
    });
  if (open.length > 0)
    violations.push({
      rule: "unproven",
      message: "cells not proved safe from a person who is counted",
      where: open,
    });
  return violations;
}
