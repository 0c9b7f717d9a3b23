import { TableError } from "./cell.ts";
import type { Table } from "./table.ts";

/**
 * A total that counts each person once while the parts may share persons: no part is more than it, and it is no more
 * than their sum. A reader sees in the lines that are printed how few are counted again, so that they are taken to know
 * the most that there can be in this one; where we do not know it ourselves, only the limits hold.
 */
export function addUnion(table: Table, label: string, total: number, parts: readonly number[]): void {
  const whole = table.cells[total]!;
  const values = parts.map((part) => table.cells[part]!.value);
  const sum = values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  );
  const again = sum === null || whole.value === null ? null : sum - whole.value;
  if ((again ?? 0) < 0 || values.some((value) => (value ?? 0) > (whole.value ?? Infinity)))
    throw new TableError(
      `no total of persons: ${label}, but it is less than a part, or more than all parts together`,
    );
  table.addRelationByPlace(
    label,
    [[total, -1], ...parts.map((part) => [part, 1] as const)],
    0,
    again ?? Infinity,
    again === null ? {} : { granted: true },
  );
  for (const part of parts)
    table.addRelationByPlace(
      `${whole.key} is no less than ${table.cells[part]!.key}`,
      [
        [total, 1],
        [part, -1],
      ],
      0,
      Infinity,
    );
}
