import type { Params } from "../text/voice.ts";
import { THINNEST } from "./arcs.ts";

/** A band as thick as a round figure, and its words. */
export interface ThicknessSample {
  readonly thickness: number;
  readonly text: string;
}

/**
 * How thick figures are drawn, from the largest round one down. All figures too small to be told apart by thickness share the
 * thinnest line, and the last sample says up to where.
 */
export function thicknessScale(
  largest: number,
  thickest: number,
  format: (value: number) => string,
  tell: (key: "below", params: Params) => string,
): ThicknessSample[] {
  if (largest <= 0) return [];
  const limit = Math.ceil((THINNEST / thickest) * largest);
  const most = roundBelow(largest);
  const values = [...new Set([most, roundBelow(most / 3)])].filter((value) => value >= Math.max(1, limit));
  const samples = values.map((value) => ({ thickness: (value / largest) * thickest, text: format(value) }));
  return limit > 1
    ? [...samples, { thickness: THINNEST, text: tell("below", { value: format(limit) }) }]
    : samples;
}

/** The highest of 1, 2 and 5 times a power of ten that a value reaches. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [5, 2, 1].find((one) => one * power <= value) ?? 1;
  return factor * power;
}
