import type { Context } from "../figure/figure.ts";
import { textWidth } from "../text/measure.ts";

export interface YearTick {
  readonly x: number;
  readonly text: string;
}

/** Pixels of each year of a period, between two edges; a single year stands in the middle. */
export function yearScale([first, last]: readonly [number, number], left: number, right: number) {
  return (year: number) =>
    first === last ? (left + right) / 2 : left + ((year - first) / (last - first)) * (right - left);
}

/** A few years under the axis, evenly apart, the last one always among them; `’07` where there is little room. */
export function yearTicks(
  { period: [first, last], voice }: Context,
  x: (year: number) => number,
  narrow: boolean,
): YearTick[] {
  const text = (year: number) =>
    narrow
      ? voice.say("shortYear", { year: voice.year(year).slice(-2), full: voice.year(year) })
      : voice.year(year);
  const span = last - first;
  const room = (textWidth(text(last), 12) + 16) / (x(first + 1) - x(first));
  const steps = [1, 2, 3, 5, 10, 20, 50].filter((step) => step >= room && span / step <= 8);
  const step = steps.find((each) => span % each === 0 && each < span) ?? steps[0] ?? (span || 1);
  const years = [last];
  for (let year = last - step; year >= first; year -= step) years.unshift(year);
  return years.map((year) => ({ x: x(year), text: text(year) }));
}
