import type { Absence } from "@yeelen/dataset/plain";

/** One figure with its limits: `low` and `high` equal a known `value` and bound a suppressed one. */
export interface Cell {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly absence: Absence | null;
}

export function absent(absence: Absence | null): Cell {
  return { value: null, low: null, high: null, absence };
}

export function between(low: number, high: number): Cell {
  return { value: null, low, high, absence: "suppressed" };
}

export function known(value: number): Cell {
  return { value, low: value, high: value, absence: null };
}
