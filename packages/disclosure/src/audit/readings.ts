import type { Table } from "../table/table.ts";
import { audit } from "./audit.ts";
import type { AuditOptions } from "./audit.ts";
import type { AuditResult } from "./result.ts";

/** From this probability on a reader who is told that a cell is hidden has to reckon with 0. */
export const PLAUSIBLE = 0.2;

/** How far a reader has to reckon with a hidden cell being 0. Private. */
export interface HiddenZeros {
  /** Share of all zeros that are hidden; null where values are not known or nothing is 0. */
  readonly shareHidden: number | null;
  /** Probability that a hidden cell is 0; null where values are not known or nothing is hidden. */
  readonly probability: number | null;
  /** Whether that is enough for a reader not to count on at least 1. */
  readonly plausible: boolean;
}

/** Counts hidden zeros. Cells without a figure are left out: nobody takes them for hidden. */
export function hiddenZeros({ cells }: Table): HiddenZeros {
  const counted = cells.filter(({ status, absent }) => status !== "latent" && absent !== true);
  const hidden = counted.filter(({ status }) => status === "hidden");
  if (counted.some(({ value }) => value === null))
    return { shareHidden: null, probability: null, plausible: false };
  const zeros = counted.filter(({ value }) => value === 0).length;
  const hiddenZero = hidden.filter(({ value }) => value === 0).length;
  const probability = hidden.length === 0 ? null : hiddenZero / hidden.length;
  return {
    shareHidden: zeros === 0 ? null : hiddenZero / zeros,
    probability,
    plausible: probability !== null && probability >= PLAUSIBLE,
  };
}

/**
 * The table as a reader sees it who takes every hidden cell for at least 1, because zeros are printed. A sensitive cell
 * must then be able to be as low as that alone allows (1; a total of three hidden cells 3), and k or more. Zeros that are hidden all the same are left as they are: the reader is wrong
 * about them, and what follows from an error is no knowledge.
 *
 * @returns null where that reader has nothing to go by: enough zeros are hidden, or nothing is
 */
export function atLeastOne(table: Table): Table | null {
  if (hiddenZeros(table).plausible) return null;
  const counts = table.cells.map(
    ({ status, absent, value, high = Infinity }) =>
      status === "hidden" && absent !== true && value !== 0 && high >= 1,
  );
  if (!table.cells.some(({ low = 0 }, place) => counts[place] && low < 1)) return null;
  const least = leastOf(table, counts);
  return table.withCells((cell, place) => {
    if (!counts[place]) return cell;
    const [low, high] = cell.needs ?? [0, table.k];
    const reach = Math.max(low, least[place]!);
    return { ...cell, low: Math.max(1, cell.low ?? 0), needs: [reach, Math.max(high, reach)] as const };
  });
}

// What each cell is at least if its parts are at least 1: sums of sums need a few rounds.
function leastOf(table: Table, counts: readonly boolean[]): number[] {
  const least = table.cells.map(({ status, value }, place) =>
    counts[place] ? 1 : status === "published" ? value! : 0,
  );
  for (let changed = true, round = 0; changed && round < 10; round++) {
    changed = false;
    for (const { terms, high } of table.relations) {
      const [total, ...more] = terms.filter(([, coefficient]) => coefficient < 0);
      if (!Number.isFinite(high) || total?.[1] !== -1 || more.length > 0 || !counts[total[0]]) continue;
      const sum = terms.reduce((all, [place, c]) => (c > 0 ? all + c * least[place]! : all), -high);
      if (sum <= least[total[0]]!) continue;
      least[total[0]] = sum;
      changed = true;
    }
  }
  return least;
}

/**
 * Audits a table for both readers: one who reckons with hidden zeros, one who does not. Safe is what is safe from both.
 *
 * @param attack how each is attacked; `audit` if left out
 * @returns the audit of the first, or of the second where only that one fails
 */
export async function auditReadings(
  table: Table,
  options: AuditOptions = {},
  attack: (table: Table, options: AuditOptions) => Promise<AuditResult> = audit,
): Promise<AuditResult> {
  const now = options.now ?? (() => performance.now());
  const end = now() + 1000 * (options.seconds ?? 600);
  const first = await attack(table, options);
  const other = first.verdict === "unsafe" ? null : atLeastOne(table);
  if (other === null) return first;
  const second = await attack(other, { ...options, seconds: Math.max(0, (end - now()) / 1000) });
  return second.verdict === "safe" ? first : second;
}
