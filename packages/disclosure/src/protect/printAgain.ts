import { auditReadings } from "../audit/readings.ts";
import type { AuditOptions } from "../audit/audit.ts";
import type { AuditResult } from "../audit/result.ts";
import type { Table } from "../table/table.ts";
import type { Pattern } from "./pattern.ts";

/** How many cells are tried one by one, and up to which size of table that is worth its time. */
const TRIES = 24;
const LARGEST = 300;

/**
 * Prints again, dearest first, cells that were hidden on behalf of others and are not needed: each that can be printed
 * without breaking the audit. Small tables only.
 */
export async function printAgain(
  pattern: Pattern,
  table: Table,
  primary: Uint8Array,
  passed: AuditResult,
  options: AuditOptions,
  left: () => number,
): Promise<AuditResult> {
  if (table.cells.length > LARGEST) return passed;
  const { hidden, weights } = pattern;
  const chosen = Array.from(hidden.keys())
    .filter((place) => hidden[place] === 1 && primary[place] === 0)
    .sort((a, b) => weights[b]! - weights[a]!)
    .slice(0, TRIES);
  let last = passed;
  for (const place of chosen) {
    if (left() <= 0) break;
    hidden[place] = 0;
    const result = await auditReadings(pattern.toTable(table), { ...options, seconds: left() });
    if (result.verdict === "safe") last = result;
    else hidden[place] = 1;
  }
  return last;
}
