import type { Observation } from "../files/observe.ts";

/** A linear scale as a chart draws it: a value domain and the pixels it is drawn over. */
export interface LinearScale {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

/** What a reader with a ruler learns from a mark of this length, drawn to a precision of so many pixels. */
export function markObservation(
  key: string,
  pixels: number,
  { domain, range }: LinearScale,
  precision = 0.5,
  source = "mark",
): Observation {
  const perPixel = (domain[1] - domain[0]) / Math.abs(range[1] - range[0]);
  const at = (length: number): number => domain[0] + length * perPixel;
  return { key, source, low: at(Math.max(0, pixels - precision)), high: at(pixels + precision) };
}
