import type { ChartPoint } from "../figure/figure.ts";
import type { Voice } from "../text/voice.ts";
import type { Series, SeriesCell } from "./series.ts";

/** What a pointer finds at a place: a figure of a series, in words. */
export function pointOf(
  { key, label }: Pick<Series, "key" | "label">,
  { period, text, value, absence }: SeriesCell,
  { x, y }: { readonly x: number; readonly y: number },
  voice: Voice,
): ChartPoint {
  return { x, y, series: key, label, period, year: voice.year(period), text, value, absence };
}
