import { TableError } from "../table/cell.ts";
import type { Cell } from "../table/cell.ts";
import type { TablePolicy } from "./policy.ts";

/**
 * Reads a cell where the policy may declare that nothing was counted at all: at the declared codes, the parts of these
 * codes, and every code of all other dimensions. Such a cell adds nothing to any total, and must have no figure.
 *
 * @throws TableError for a figure where nothing is said to be counted
 */
export function applyUncounted(
  cell: Omit<Cell, "key">,
  at: Readonly<Record<string, string>>,
  where: string,
  policy: TablePolicy,
): Omit<Cell, "key"> {
  const declared = policy.uncounted.findIndex((codes) =>
    Object.entries(codes).every(([name, code]) => isWithin(at[name]!, code, name, policy)),
  );
  if (declared === -1) return cell;
  if (cell.absent !== true)
    throw new TableError(
      `counted after all: ${where} has a figure where uncounted[${declared}] of the policy says that nothing was counted; correct one of them`,
    );
  return { value: 0, status: "published", sensitive: false };
}

function isWithin(code: string, whole: string, name: string, policy: TablePolicy): boolean {
  if (code === whole) return true;
  return (policy.dimensions[name]?.parts?.[whole] ?? []).some((part) => isWithin(code, part, name, policy));
}
