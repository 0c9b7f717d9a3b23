import { cellKey, codesAt } from "../table/crossTable.ts";
import type { Table } from "../table/table.ts";
import type { TablePolicy } from "./policy.ts";
import type { Codes } from "./readTables.ts";

const LARGEST_SHARE = 0.9;

/**
 * Along a dimension that says what happened to people, a category that holds (nearly) everybody tells it about each
 * of them, however many they are. Such cells become sensitive: a reader must not be sure of the share.
 */
export function markConcentrated(table: Table, policy: TablePolicy, codes: Codes): Table {
  const needs = new Map<string, readonly [number, number]>();
  for (const [name, { sensitive, parts, total }] of Object.entries(policy.dimensions)) {
    if (!sensitive) continue;
    const share = sensitive.largestShare ?? LARGEST_SHARE;
    const sums =
      parts ?? (total === undefined ? {} : { [total]: codes.get(name)!.filter((code) => code !== total) });
    for (const cell of table.cells) {
      const at = codesAt(cell.key);
      const leaves = sums[at[name]!];
      if (!leaves || cell.value === null || cell.value === 0) continue;
      for (const leaf of leaves) {
        const key = cellKey(Object.keys(at), Object.values({ ...at, [name]: leaf }));
        if (!table.has(key)) continue;
        const { value } = table.cell(key);
        if (value !== null && value > share * cell.value)
          needs.set(key, [Math.floor(share * cell.value), value]);
      }
    }
  }
  return table.withCells((cell) => {
    const need = needs.get(cell.key);
    if (!need) return cell;
    const small = cell.value! >= 1 && cell.value! < policy.k;
    const [low, high] = cell.needs ?? (small ? [0, policy.k] : need);
    return { ...cell, sensitive: true, needs: [Math.min(low, need[0]), Math.max(high, need[1])] };
  });
}
