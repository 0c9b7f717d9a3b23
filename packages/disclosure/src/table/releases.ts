import type { Cell } from "./cell.ts";
import { TableError } from "./cell.ts";
import type { Table } from "./table.ts";

/**
 * How the records may have changed between two releases, as far as a reader can tell: not at all, only by additions
 * (a register that grows), or freely (a recount). Left out, it is the strongest that the published cells allow.
 */
export type Change = "same" | "added" | "revised";

/**
 * Adds an earlier release of the same cells to a table, as everybody has it who kept a copy.
 *
 * For each cell there is the difference, a cell of its own that nobody prints: where it is 1…k−1 it needs the same
 * protection as a count. Where both releases print a cell, the difference is there to be read.
 *
 * @param name tells the earlier release's cells apart, for example its date
 * @returns the change assumed, and the cells whose published values differ by less than k
 */
export function addEarlierRelease(
  table: Table,
  earlier: Table,
  name: string,
  change?: Change,
): { change: Change; differences: string[] } {
  const shared = table.cells.filter(({ key }) => earlier.has(key));
  if (shared.length === 0)
    throw new TableError(`releases share no cell: ${name}; their keys must be written alike`);
  const assumed = change ?? strongest(shared, earlier);
  const differences: string[] = [];
  const then = (key: string): string => `${name}: ${key}`;
  for (const cell of earlier.cells) table.addCell({ ...cell, key: then(cell.key) });
  for (const relation of earlier.relations) {
    table.addRelation(
      `${name}: ${relation.label}`,
      relation.terms.map(([place, coefficient]) => [then(earlier.cells[place]!.key), coefficient] as const),
      relation.low,
      relation.high,
    );
  }
  for (const cell of shared) {
    const before = earlier.cell(cell.key);
    const gap = cell.value !== null && before.value !== null ? cell.value - before.value : null;
    if (cell.status === "published" && before.status === "published") {
      if (gap !== 0 && Math.abs(gap!) < table.k) differences.push(cell.key);
      if (assumed === "revised") continue;
    }
    link(table, cell.key, then(cell.key), gap, assumed, name);
  }
  return { change: assumed, differences };
}

function link(
  table: Table,
  now: string,
  before: string,
  gap: number | null,
  change: Change,
  name: string,
): void {
  if (change === "revised") return;
  if (change === "same") {
    table.addRelation(
      `${now} is unchanged since ${name}`,
      [
        [now, 1],
        [before, -1],
      ],
      0,
      0,
    );
    return;
  }
  if (gap !== null && gap < 0)
    throw new TableError(
      `count fell: ${now} is lower than in ${name}, although records are said to be added only`,
    );
  const key = `since ${name}: ${now}`;
  table.addCell({ key, value: gap, status: "latent" });
  table.addRelation(
    key,
    [
      [now, 1],
      [before, -1],
      [key, -1],
    ],
    0,
    0,
  );
}

function strongest(shared: readonly Cell[], earlier: Table): Change {
  let change: Change = "same";
  for (const cell of shared) {
    const before = earlier.cell(cell.key);
    if (cell.value === null || before.value === null) continue;
    if (cell.value < before.value) return "revised";
    if (cell.value > before.value) change = "added";
  }
  return change;
}
