import { reader } from "../microdata/columns.ts";
import type { Columns } from "../microdata/columns.ts";
import { TableError } from "../table/cell.ts";
import type { Violation } from "./report.ts";

/** Classes whose size differs between two releases by 1…k−1: the difference is a handful of known people. */
export function classDifferences(
  now: Columns,
  before: Columns,
  quasi: readonly string[],
  k: number,
  name: string,
): Violation[] {
  const shared = quasi.filter((column) => before[column] !== undefined);
  if (shared.length === 0) throw new TableError(`releases share no quasi-identifier: ${name}`);
  const sizes = classSizes(now, shared);
  const earlier = classSizes(before, shared);
  const where: string[] = [];
  for (const key of new Set([...sizes.keys(), ...earlier.keys()])) {
    const gap = Math.abs((sizes.get(key) ?? 0) - (earlier.get(key) ?? 0));
    if (gap > 0 && gap < k) where.push(key);
  }
  if (where.length === 0) return [];
  return [
    {
      rule: "release-difference",
      message: `${where.length} classes differ from release ${name} by less than ${k} records`,
      where,
    },
  ];
}

function classSizes(columns: Columns, names: readonly string[]): Map<string, number> {
  const readers = names.map((name) => reader(columns[name]!));
  const sizes = new Map<string, number>();
  const { length } = columns[names[0]!]!;
  for (let i = 0; i < length; i++) {
    const key = names.map((name, c) => `${name}=${String(readers[c]!(i) ?? "")}`).join("|");
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  return sizes;
}
