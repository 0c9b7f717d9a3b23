import type { Table } from "./table.ts";

/** What a reader of two releases takes for unchanged, and for grown if it changed at all, by key. */
export interface Evidence {
  readonly still: ReadonlySet<string>;
  readonly grown: ReadonlySet<string>;
}

/**
 * Reads two releases side by side, sum by sum. Where the printed changes of a sum add up to nothing, nothing is left
 * for its hidden figures; where none of them fell, the hidden ones did not fall either. A sum with a hidden figure that
 * is said to be recounted tells nothing.
 *
 * @param recounted figures that are declared to be recounted
 */
export function evidenceOf(now: Table, before: Table, recounted: (key: string) => boolean): Evidence {
  const still = new Set<string>();
  const grown = new Set<string>();
  for (const [table, other, direction] of [
    [now, before, 1],
    [before, now, -1],
  ] as const) {
    for (const { terms, low, high } of table.relations) {
      if (low !== high) continue;
      const changes = changesOf(table, other, terms, direction, recounted);
      if (changes === null || changes.seen === 0) continue;
      for (const [place] of terms) {
        const { key } = table.cells[place]!;
        if (!other.has(key)) continue;
        if (changes.sum === 0 || changes.sum + changes.own === 0) still.add(key);
        if (!changes.fell) grown.add(key);
      }
    }
  }
  return { still, grown };
}

interface Changes {
  /** Cells printed in both. */
  readonly seen: number;
  /** What their changes add up to, signs of the relation included. */
  readonly sum: number;
  /** What cells add that only this table has: a category that came or went. */
  readonly own: number;
  readonly fell: boolean;
}

function changesOf(
  table: Table,
  other: Table,
  terms: Table["relations"][number]["terms"],
  direction: 1 | -1,
  recounted: (key: string) => boolean,
): Changes | null {
  let [seen, sum, own] = [0, 0, 0];
  let fell = false;
  for (const [place, coefficient] of terms) {
    const cell = table.cells[place]!;
    if (!other.has(cell.key)) {
      if (cell.status === "published") own += coefficient * direction * cell.value!;
      continue;
    }
    const there = other.cell(cell.key);
    if (cell.status === "published" && there.status === "published") {
      const change = direction * (cell.value! - there.value!);
      seen++;
      sum += coefficient * change;
      if (change < 0) fell = true;
    } else if (recounted(cell.key)) return null;
  }
  return { seen, sum, own, fell };
}
