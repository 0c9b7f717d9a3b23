import { attackTable } from "../audit/audit.ts";
import type { AuditOptions } from "../audit/audit.ts";
import type { Table } from "../table/table.ts";

/**
 * The table with a possible value wherever none is known (a figure that was never reported), so that ways of protecting
 * it can be looked for. What must be protected stays the same.
 */
export async function withoutUnknown(table: Table, options: AuditOptions): Promise<Table> {
  if (table.cells.every(({ value }) => value !== null)) return table;
  const known = table.withCells((cell) =>
    cell.value === null ? cell : { ...cell, status: "published", sensitive: false },
  );
  const { base } = await attackTable(known, { ...options, quick: true });
  return table.withCells((cell) => {
    const value = base[cell.key];
    if (cell.value !== null || value === undefined) return cell;
    return { ...cell, value, ...(cell.status === "hidden" && !cell.absent ? { sensitive: true } : {}) };
  });
}
