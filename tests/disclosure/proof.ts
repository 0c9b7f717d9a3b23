import { audit, checkCertificate } from "../../packages/disclosure/src/index.ts";
import type { Table } from "../../packages/disclosure/src/index.ts";
import { bruteForce } from "./bruteForce.ts";
import { randomTable, seeded } from "./randomTables.ts";

const K = 3;
const SIZES = [
  [2, 3],
  [3, 3],
  [3, 4],
  [2, 2, 2],
  [2, 2, 3],
];

/** A small table with up to 12 cells hidden at random, totals included, the grand total always published. */
export function smallTable(seed: number): Table {
  const random = seeded(seed);
  const sizes = SIZES[Math.floor(random() * SIZES.length)]!;
  const full = randomTable(sizes, random, { k: K, draw: (next) => Math.floor(4 * next() ** 2) });
  const share = 0.2 + 0.4 * random();
  let left = 12;
  return full.withCells((cell) => {
    const grandTotal = cell.key.split("|").every((part) => part.endsWith("=T"));
    if (grandTotal || left === 0 || random() > share) return cell;
    left--;
    return { ...cell, status: "hidden" };
  });
}

/** Audits one random table both ways. @returns what differs, or null */
export async function disagreement(seed: number, effort: "exact" | "enough"): Promise<string | null> {
  const table = smallTable(seed);
  const grandTotal = Math.max(...table.cells.map(({ value }) => value!));
  const truth = bruteForce(table, grandTotal);
  const result = await audit(table, { intervals: effort });
  const hidden = table.cells.filter(({ status }) => status === "hidden");
  if (result.findings.length !== hidden.length) return `table ${seed}: ${result.findings.length} findings`;
  for (const finding of result.findings) {
    const { low, high } = truth.get(finding.key)!;
    const told = `table ${seed}: ${finding.key} is ${low} to ${high}, audit says ${finding.low} to ${finding.high} ${finding.verdict}`;
    if (effort === "exact" && (finding.low !== low || finding.high !== high || !finding.exact)) return told;
    if (finding.low < low || finding.high > high) return told;
    const safe = finding.sensitive ? low <= 0 && high >= K : low < high;
    if (finding.verdict !== (safe ? "safe" : "unsafe")) return told;
    if (!finding.certificate) continue;
    const wrong = checkCertificate(table, result.base, finding.certificate, finding.needs!);
    if (wrong) return `table ${seed}: ${wrong}`;
  }
  return null;
}
