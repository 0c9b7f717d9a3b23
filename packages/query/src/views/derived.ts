import { between, known, type Cell } from "./cell.ts";

/** A derived figure: half up to four decimals. */
export function derived(value: number): Cell {
  return known(Math.floor(value * 10000 + 0.5) / 10000);
}

/** A derived range: outwards to four decimals, so that it never narrows what was published. */
export function derivedBetween(low: number, high: number): Cell {
  // adding zero turns -0 into 0
  return between(Math.floor(low * 10000) / 10000, Math.ceil(high * 10000) / 10000 + 0);
}

/** A cell that holds neither a figure nor a range. */
export function isAbsent(cell: Cell): boolean {
  return cell.absence !== null && cell.absence !== "suppressed";
}
