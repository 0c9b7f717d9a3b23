import type { Cell } from "../table/cell.ts";

/**
 * What an attacker must be left with about an unpublished cell.
 *
 * `cover` both ends of an interval stay possible · `vary` more than one value stays possible · `doubt` it stays
 * possible that the cell is not a small count · `hole` like `cover`, or it is known that nobody or enough are there · `none`
 * nothing to protect.
 */
export type Requirement =
  | { readonly kind: "cover"; readonly low: number; readonly high: number }
  | { readonly kind: "vary" }
  | { readonly kind: "doubt"; readonly k: number }
  | { readonly kind: "hole"; readonly k: number }
  | { readonly kind: "none" };

/** The requirement of a cell under threshold k. */
export function requirementOf(cell: Cell, k: number): Requirement {
  if (cell.status === "published") return { kind: "none" };
  if (cell.absent === true) return { kind: "hole", k };
  if (isSensitive(cell, k)) {
    const [low, high] = cell.needs ?? [0, k];
    return { kind: "cover", low, high };
  }
  if (cell.status === "hidden") return { kind: "vary" };
  return cell.value === null && cell.sensitive === undefined ? { kind: "doubt", k } : { kind: "none" };
}

/** A count of 1…k−1, or a hidden cell of unknown value, unless the cell says otherwise. */
export function isSensitive(cell: Cell, k: number): boolean {
  if (cell.sensitive !== undefined) return cell.sensitive;
  if (cell.value === null) return cell.status === "hidden";
  return cell.value >= 1 && cell.value < k;
}

/** Whether values seen to be possible meet the requirement. `least` and `most` are both attained. */
export function isMet(requirement: Requirement, least: number, most: number): boolean {
  switch (requirement.kind) {
    case "cover":
      return least <= requirement.low && most >= requirement.high;
    case "vary":
      return least < most;
    case "doubt":
      return least <= 0 || most >= requirement.k;
    case "hole":
      return least <= 0 && most >= requirement.k;
    case "none":
      return true;
  }
}

/** Whether no possible table can meet the requirement, given bounds that hold for sure. */
export function isHopeless(requirement: Requirement, low: number, high: number): boolean {
  switch (requirement.kind) {
    case "cover":
      return low > requirement.low || high < requirement.high;
    case "vary":
      return low === high;
    case "doubt":
      return low >= 1 && high < requirement.k;
    case "hole":
      return !isMoot(requirement, low, high) && (low > 0 || high < requirement.k);
    case "none":
      return false;
  }
}

/** Whether there is nothing left to protect, given bounds that hold for sure: nobody is there, or not a handful. */
export function isMoot(requirement: Requirement, low: number, high: number): boolean {
  return requirement.kind === "hole" && (high === 0 || low >= requirement.k);
}

/** What would meet the requirement: how far the cell must get, down and up, from where it is. */
export function targetsOf(requirement: Requirement, base: number): [direction: 1 | -1, until: number][] {
  switch (requirement.kind) {
    case "cover":
      return [
        [-1, requirement.low],
        [1, requirement.high],
      ];
    case "vary":
      return [
        [1, base + 1],
        [-1, base - 1],
      ];
    case "doubt":
    case "hole":
      return [
        [-1, 0],
        [1, requirement.k],
      ];
    case "none":
      return [];
  }
}
