import { TableError } from "../table/cell.ts";
import type { Table } from "../table/table.ts";

/** Something else a reader can measure a cell by: a bar's height, a colour's class, a tooltip. */
export interface Observation {
  readonly key: string;
  readonly low: number;
  readonly high: number;
  /** Where it is seen, for the report. */
  readonly source: string;
}

/** The table as it is known to a reader who sees these ranges too. */
export function observe(table: Table, observations: readonly Observation[]): Table {
  const seen = new Map<string, { low: number; high: number }>();
  for (const { key, low, high, source } of observations) {
    if (!table.has(key))
      throw new TableError(`unknown cell: ${source} shows ${key}; no such key in the tables`);
    const range = seen.get(key) ?? { low: -Infinity, high: Infinity };
    seen.set(key, { low: Math.max(range.low, Math.ceil(low)), high: Math.min(range.high, Math.floor(high)) });
  }
  return table.withCells((cell) => {
    const range = seen.get(cell.key);
    if (!range || cell.status === "published") return cell;
    return {
      ...cell,
      low: Math.max(cell.low ?? 0, range.low),
      high: Math.min(cell.high ?? Infinity, range.high),
    };
  });
}
