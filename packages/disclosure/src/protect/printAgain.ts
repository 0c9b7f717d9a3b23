import { auditReadings } from "../audit/readings.ts";
import type { AuditOptions } from "../audit/audit.ts";
import type { AuditResult } from "../audit/result.ts";
import type { Table } from "../table/table.ts";
import type { Pattern } from "./pattern.ts";

/** How many cells are tried, in how many audits: all of a small table, the dearest of a large one. */
const SMALL = { cells: 1000, tried: 1000, audits: 24 };
const LARGE = { cells: Infinity, tried: 64, audits: 24 };

/**
 * Prints again, dearest first, cells that were hidden on behalf of others and are not needed: as many at a time as can
 * be printed without breaking the audit, halved where it breaks.
 */
export async function printAgain(
  pattern: Pattern,
  table: Table,
  primary: Uint8Array,
  passed: AuditResult,
  options: AuditOptions,
  left: () => number,
): Promise<AuditResult> {
  const { hidden, weights } = pattern;
  const limit = table.cells.length <= SMALL.cells ? SMALL : LARGE;
  const chosen = Array.from(hidden.keys())
    .filter((place) => hidden[place] === 1 && primary[place] === 0)
    .sort((a, b) => weights[b]! - weights[a]!)
    .slice(0, limit.tried);
  let last = passed;
  let tries = 0;
  const print = async (places: readonly number[]): Promise<void> => {
    if (places.length === 0 || tries >= limit.audits || left() <= 0) return;
    tries++;
    for (const place of places) hidden[place] = 0;
    const result = await auditReadings(pattern.toTable(table), { ...options, seconds: left() });
    if (result.verdict === "safe") {
      last = result;
      return;
    }
    for (const place of places) hidden[place] = 1;
    if (places.length === 1) return;
    const half = Math.ceil(places.length / 4);
    await print(places.slice(0, half));
    await print(places.slice(half));
  };
  await print(chosen);
  return last;
}
