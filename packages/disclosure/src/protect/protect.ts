import { attackTable } from "../audit/audit.ts";
import type { AuditOptions } from "../audit/audit.ts";
import { auditReadings } from "../audit/readings.ts";
import { loadSolver } from "../audit/solver.ts";
import type { AuditResult, CellFinding } from "../audit/result.ts";
import type { Table } from "../table/table.ts";
import { coverLines } from "./lines.ts";
import { Pattern } from "./pattern.ts";
import { Repair } from "./repair.ts";
import { printAgain } from "./printAgain.ts";
import { Programme } from "./programme.ts";
import { Routes } from "./routes.ts";
import { withoutUnknown } from "./withoutUnknown.ts";

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
/** Up to so many cells all ways are tried for the cheapest; and up to so many where none was found yet. */
const WAYS_TO_CHOOSE = 150;
const WAYS_TO_FIND = 1500;

/**
 * Hides cells until the audit passes, for readers who reckon with hidden zeros and for those who do not: first the
 * sensitive ones, then the cheapest ways along which each of them could be lower or higher unnoticed, then what single
 * relations give away, then whatever the audit still breaks; at last it prints again what need not be hidden. A
 * heuristic: what it hides is enough (the audit says so), not the least possible.
 *
 * @throws TableError if figures contradict each other
 */
export async function protect(table: Table, options: AuditOptions = {}): Promise<Protection> {
  const now = options.now ?? (() => performance.now());
  const end = now() + 1000 * (options.seconds ?? 600);
  const left = (): number => Math.max(0, (end - now()) / 1000);
  const whole = { ...options, intervals: "enough" } as const;
  const filled = await withoutUnknown(table, options);
  const highs = await (options.solver ?? loadSolver)();
  let best: { protection: Protection; pattern: Pattern; primary: Uint8Array } | undefined;
  // Small tables have the time for all ways: by routes, which scales, by relations, which often hides less, and by a
  // linear programme for each cell, which knows every relation.
  for (const way of WAYS) {
    const found = best?.protection.audit.verdict === "safe";
    if (best && table.cells.length > (found ? WAYS_TO_CHOOSE : WAYS_TO_FIND)) break;
    const pattern = new Pattern(filled);
    const primary = pattern.hidden.slice();
    if (way === "routes") new Routes(pattern).hide(() => left() <= 0);
    const programme = new Programme(highs, pattern);
    try {
      const mender = {
        pattern,
        repair: way === "programme" ? null : new Repair(pattern),
        programme,
        table,
        left,
      };
      const protection = report(pattern, table, primary, await mendUntilSafe(mender, whole));
      if (!best || isBetter(protection, best.protection)) best = { protection, pattern, primary };
    } finally {
      programme.dispose();
    }
  }
  const { protection, pattern, primary } = best!;
  if (protection.audit.verdict !== "safe") return protection;
  const passed = await printAgain(pattern, table, primary, protection.audit, whole, left);
  return report(pattern, table, primary, passed);
}

const WAYS = ["routes", "lines", "programme"] as const;

interface Mender {
  readonly pattern: Pattern;
  readonly repair: Repair | null;
  readonly programme: Programme;
  /** The table as it is: values that nobody knows are not filled in. */
  readonly table: Table;
  readonly left: () => number;
}

async function mendUntilSafe(mender: Mender, options: AuditOptions): Promise<AuditResult> {
  const { pattern, table, left } = mender;
  for (let round = 0; ; round++) {
    if (mender.repair) coverLines(pattern);
    const candidate = pattern.toTable(table);
    if (round < ROUNDS) {
      const quick = await auditReadings(candidate, { ...options, seconds: left() }, attackQuickly);
      if (quick.verdict === "safe") return quick;
      options.onProgress?.(Math.min(0.9, round / (round + 4)), `${openOf(quick).length} cells to protect`);
      if (left() > 0 && mend(mender, quick)) continue;
    }
    const full = await auditReadings(candidate, { ...options, seconds: left() });
    if (full.verdict === "safe" || left() <= 0 || !mend(mender, full)) return full;
  }
}

function attackQuickly(table: Table, options: AuditOptions): Promise<AuditResult> {
  return attackTable(table, { ...options, quick: true });
}

function isBetter(one: Protection, other: Protection): boolean {
  if (one.audit.verdict !== other.audit.verdict) return one.audit.verdict === "safe";
  return one.loss.cost < other.loss.cost;
}

function openOf(result: AuditResult): CellFinding[] {
  return result.findings.filter(({ verdict }) => verdict !== "safe");
}

// Hides more for every cell still open: by a move where there is one, else by the programme. Whether anything was hidden.
function mend({ pattern, repair, programme, left }: Mender, result: AuditResult): boolean {
  const { table, hidden, values } = pattern;
  const before = count(hidden);
  const open = openOf(result).map((finding) => ({ finding, place: table.place(finding.key) }));
  const amounts = open.flatMap(({ finding: { low, high, needs }, place }) => {
    const value = values[place]!;
    if (needs)
      return [
        ...(low > needs[0] ? [[place, needs[0] - value] as const] : []),
        ...(high < needs[1] ? [[place, needs[1] - value] as const] : []),
      ];
    return [[place, 1] as const];
  });
  const stuck = amounts.filter(([place, amount]) => amount !== 0 && !repair?.free(place, amount));
  if (count(hidden) > before && repair) return true;
  for (const [place, amount] of stuck.length > 0 ? stuck : amounts) {
    if (left() <= 0) break;
    if (amount === 0 || programme.free(place, amount, left())) continue;
    // What need only vary may go down as well.
    if (amount === 1) programme.free(place, -1, left());
  }
  return count(hidden) > before;
}

function count(hidden: Uint8Array): number {
  return hidden.reduce((sum, one) => sum + one, 0);
}

function report(pattern: Pattern, source: Table, primary: Uint8Array, audit: AuditResult): Protection {
  const { table, hidden, values, weights } = pattern;
  const keysOf = (chosen: (place: number) => boolean): string[] =>
    table.cells.filter((_, place) => chosen(place)).map(({ key }) => key);
  const isSecondary = (place: number): boolean => hidden[place] === 1 && primary[place] === 0;
  const value = values.reduce((sum, one, place) => (isSecondary(place) ? sum + one : sum), 0);
  const cost = weights.reduce((sum, one, place) => (isSecondary(place) ? sum + one : sum), 0);
  const all = values.reduce((sum, one) => sum + one, 0);
  const cells = hidden.reduce((sum, one) => sum + one, 0);
  return {
    table: pattern.toTable(source),
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
