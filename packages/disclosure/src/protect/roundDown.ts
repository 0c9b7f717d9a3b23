import { TableError } from "../table/cell.ts";
import type { Table } from "../table/table.ts";

/** What `roundDown` did. */
export interface RoundedDown {
  readonly table: Table;
  /** How much is left out in all, and of how much. */
  readonly lost: number;
  readonly total: number;
}

/**
 * Rounds every published cell down to a multiple of a base: 0 stands for 0 … base−1. Rows then no longer add up, and
 * nobody can subtract. Each figure is published as the range it stands for, so the audit can be asked about the rest.
 *
 * @param base at least k, or small counts could be told apart
 */
export function roundDown(table: Table, base: number): RoundedDown {
  if (!Number.isSafeInteger(base) || base < table.k)
    throw new TableError(`base too small: ${base}; round down to at least the threshold, ${table.k}`);
  let lost = 0;
  let total = 0;
  const rounded = table.withCells((cell) => {
    if (cell.status !== "published") return cell;
    const low = Math.floor(cell.value! / base) * base;
    lost += cell.value! - low;
    total += cell.value!;
    return { ...cell, status: "hidden", low, high: low + base - 1, needs: [low, low + base - 1] as const };
  });
  return { table: rounded, lost, total };
}
