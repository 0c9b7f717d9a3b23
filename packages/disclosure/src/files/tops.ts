import { TableError } from "../table/cell.ts";
import type { DimensionPolicy } from "./policy.ts";

/** The code at which a dimension stands where it is not named: its one total that is part of nothing. */
export function topOf(name: string, { parts, total }: DimensionPolicy, file: string): string {
  if (total !== undefined) return total;
  const inside = new Set(Object.values(parts ?? {}).flat());
  const tops = Object.keys(parts ?? {}).filter((code) => !inside.has(code));
  if (tops.length !== 1)
    throw new TableError(
      `dimension without one total: ${file} does not name ${name}, and its total is not declared`,
    );
  return tops[0]!;
}
