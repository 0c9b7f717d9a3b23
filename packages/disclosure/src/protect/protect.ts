import { attackTable } from "../audit/audit.ts";
import type { AuditOptions } from "../audit/audit.ts";
import type { AuditResult, CellFinding } from "../audit/result.ts";
import type { Table } from "../table/table.ts";
import { coverLines } from "./lines.ts";
import { Pattern } from "./pattern.ts";
import { Repair } from "./repair.ts";
import { Routes } from "./routes.ts";

/** What `protect` did. */
export interface Protection {
  /** The table with more cells hidden. Publish it only if the audit says `safe`. */
  readonly table: Table;
  /** The last audit of that table. */
  readonly audit: AuditResult;
  /** Cells hidden because they are sensitive themselves, and those hidden besides. Private: publish no difference. */
  readonly primary: readonly string[];
  readonly secondary: readonly string[];
  /** What was lost. */
  readonly loss: {
    readonly cells: number;
    readonly shareOfCells: number;
    /** Sum of the values hidden besides, and its share of the sum of all cells. */
    readonly value: number;
    readonly shareOfValue: number;
    /** Sum of the weights of the cells hidden besides: what was kept as low as the heuristic could. */
    readonly cost: number;
  };
}

const ROUNDS = 60;
const BOTH_WAYS = 1500;

/**
 * Hides cells until the audit passes: first the sensitive ones, then the cheapest ways along which each of them could
 * be lower or higher unnoticed, then what single relations give away, then whatever the audit still breaks. A
 * heuristic: what it hides is enough (the audit says so), not the least possible.
 *
 * @throws TableError if a value is not known, or figures contradict each other
 */
export async function protect(table: Table, options: AuditOptions = {}): Promise<Protection> {
  const now = options.now ?? (() => performance.now());
  const end = now() + 1000 * (options.seconds ?? 600);
  const left = (): number => Math.max(0, (end - now()) / 1000);
  const whole = { ...options, intervals: "enough" } as const;
  let best: Protection | undefined;
  // Small tables have the time for both ways: by routes, which scales, and by relations, which often hides less.
  for (const byRoutes of table.cells.length <= BOTH_WAYS ? [true, false] : [true]) {
    const pattern = new Pattern(table);
    const primary = pattern.hidden.slice();
    if (byRoutes) new Routes(pattern).hide(() => left() <= 0);
    const result = await mendUntilSafe(pattern, whole, left);
    const next = report(pattern, primary, result);
    if (!best || isBetter(next, best)) best = next;
  }
  return best!;
}

async function mendUntilSafe(
  pattern: Pattern,
  options: AuditOptions,
  left: () => number,
): Promise<AuditResult> {
  const repair = new Repair(pattern);
  for (let round = 0; ; round++) {
    coverLines(pattern);
    const candidate = pattern.toTable();
    if (round < ROUNDS) {
      const quick = await attackTable(candidate, { ...options, seconds: left(), quick: true });
      if (quick.verdict === "safe") return quick;
      options.onProgress?.(Math.min(0.9, round / (round + 4)), `${openOf(quick).length} cells to protect`);
      if (left() > 0 && mend(pattern, repair, quick)) continue;
    }
    const full = await attackTable(candidate, { ...options, seconds: left() });
    if (full.verdict === "safe" || left() <= 0 || !mend(pattern, repair, full)) return full;
  }
}

function isBetter(one: Protection, other: Protection): boolean {
  if (one.audit.verdict !== other.audit.verdict) return one.audit.verdict === "safe";
  return one.loss.cost < other.loss.cost;
}

function openOf(result: AuditResult): CellFinding[] {
  return result.findings.filter(({ verdict }) => verdict !== "safe");
}

// Hides more for every cell still open. Returns whether anything was hidden.
function mend(pattern: Pattern, repair: Repair, result: AuditResult): boolean {
  const { table, hidden, values, needLow, needHigh } = pattern;
  const before = hidden.reduce((sum, one) => sum + one, 0);
  for (const finding of openOf(result)) {
    const place = table.place(finding.key);
    const [low, high] = pattern.isSensitive(place)
      ? [needLow[place]!, needHigh[place]!]
      : [values[place]!, values[place]! + 1];
    if (finding.low > low) repair.free(place, low - values[place]!);
    if (finding.high < high) repair.free(place, high - values[place]!);
  }
  return hidden.reduce((sum, one) => sum + one, 0) > before;
}

function report(pattern: Pattern, primary: Uint8Array, audit: AuditResult): Protection {
  const { table, hidden, values, weights } = pattern;
  const keysOf = (chosen: (place: number) => boolean): string[] =>
    table.cells.filter((_, place) => chosen(place)).map(({ key }) => key);
  const isSecondary = (place: number): boolean => hidden[place] === 1 && primary[place] === 0;
  const value = values.reduce((sum, one, place) => (isSecondary(place) ? sum + one : sum), 0);
  const cost = weights.reduce((sum, one, place) => (isSecondary(place) ? sum + one : sum), 0);
  const all = values.reduce((sum, one) => sum + one, 0);
  const cells = hidden.reduce((sum, one) => sum + one, 0);
  return {
    table: pattern.toTable(),
    audit,
    primary: keysOf((place) => primary[place] === 1),
    secondary: keysOf(isSecondary),
    loss: {
      cells,
      shareOfCells: cells / hidden.length,
      value,
      shareOfValue: all === 0 ? 0 : value / all,
      cost,
    },
  };
}
