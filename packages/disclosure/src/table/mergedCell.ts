import type { Cell } from "./cell.ts";

/** What is known of a figure from two places: the narrower of both. */
export function boundsOf(one: Cell, other: Cell): { low: number; high: number } {
  return {
    low: Math.max(one.low ?? 0, other.low ?? 0),
    high: Math.min(one.high ?? Infinity, other.high ?? Infinity),
  };
}

/**
 * One figure that two releases hold. What either prints is printed, with one exception: a figure that the newest
 * release hides although an older one printed it stays hidden with both bounds at its value, so that no audit passes it.
 * While the newest is still to be protected, what an older release hid is hidden again, and what it printed stays.
 */
export function mergedCell(
  there: Cell,
  before: Cell,
  { isNewest, protecting }: { isNewest: boolean; protecting: boolean },
): Cell {
  const { low, high } = boundsOf(there, before);
  const value = there.value ?? before.value;
  const sensitive = there.sensitive === before.sensitive ? there.sensitive : either(there, before);
  const needs =
    there.needs && before.needs ? union(there.needs, before.needs) : (there.needs ?? before.needs);
  const absent = there.absent === true && (before.absent === true || before.status === "published");
  const merged: Cell = {
    key: there.key,
    status: there.status,
    ...(there.weight === undefined ? {} : { weight: there.weight }),
    ...(absent ? { absent } : {}),
    value,
    low,
    high,
    ...(sensitive === undefined ? {} : { sensitive }),
    ...(needs === undefined ? {} : { needs }),
  };
  const printed = before.status === "published";
  if (there.status === "published") {
    if (protecting && printed) return { ...merged, weight: Infinity };
    return protecting && before.status === "hidden" ? { ...merged, status: "hidden" } : merged;
  }
  if (printed && isNewest && there.status === "hidden") return { ...merged, low: value!, high: value! };
  if (printed) return { ...merged, status: "published" };
  return before.status === "hidden" ? { ...merged, status: "hidden" } : merged;
}

function either(one: Cell, other: Cell): boolean | undefined {
  return (one.sensitive ?? false) || (other.sensitive ?? false) ? true : undefined;
}

function union(one: readonly [number, number], other: readonly [number, number]): readonly [number, number] {
  return [Math.min(one[0], other[0]), Math.max(one[1], other[1])];
}
