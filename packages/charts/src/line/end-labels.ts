import type { Colour } from "../figure/paint.ts";
import { spread } from "../scale/spread.ts";
import { known } from "../series/series.ts";
import type { StyledSeries } from "../series/styled-series.ts";
import { textWidth, wrap } from "../text/measure.ts";
import type { PlacedLine } from "./line-panels.ts";

/** A series' name beside its line's end, with a leader where it was moved or the line ends early. */
export interface EndLabel {
  readonly series: string;
  readonly colour: Colour;
  readonly strong: boolean;
  /** Left edge of the text and baseline of its first line. */
  readonly x: number;
  readonly y: number;
  /** The name, and for a strong series its latest figure and year as the last line. */
  readonly lines: readonly string[];
  readonly leader: readonly (readonly [x: number, y: number])[];
}

interface Space {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly year: (year: number) => string;
}

export const LINE_HEIGHT = 15;
const SIZE = 14;
const GAP = 16;

/** Pixels to keep free at the right for names: what the widest needs, at most a third of the chart. */
export function labelGutter(series: readonly StyledSeries[], width: number): number {
  const limit = Math.min(170, width * 0.34);
  const lines = series.flatMap((one) => textOf(one, limit, String));
  return GAP + Math.ceil(Math.max(...lines.map((line) => textWidth(line, SIZE))));
}

/** Names of all lines, pushed apart; where there is no room for all, the grey ones with the lowest figures go without. */
export function endLabels(
  lines: readonly PlacedLine[],
  { left, top, bottom, width, year }: Space,
): EndLabel[] {
  let room = bottom - top;
  const kept = lines
    .flatMap((line) => {
      const end = line.runs.at(-1)?.at(-1);
      const text = textOf(line, width - left - GAP, year);
      return end ? [{ line, end, text, y: end.y, height: text.length * LINE_HEIGHT + 1 }] : [];
    })
    .sort((a, b) => Number(b.line.strong) - Number(a.line.strong) || a.y - b.y)
    .filter(({ height }) => (room -= height) >= 0);
  const middles = spread(kept, top, bottom);
  return kept.map(({ line, end, text, height }, index) => {
    const first = (middles[index] ?? 0) - (height - LINE_HEIGHT) / 2;
    const stays = left - end.x < 12 && Math.abs(first - end.y) < 9;
    return {
      series: line.key,
      colour: line.colour,
      strong: line.strong,
      x: left + GAP,
      y: first + 4.5,
      lines: text,
      leader: stays
        ? []
        : [
            [end.x + 5, end.y],
            [left, end.y],
            [left + GAP - (line.strong && line.colour !== "accent" ? 13 : 3), first],
          ],
    };
  });
}

function textOf(series: StyledSeries, limit: number, year: (year: number) => string): string[] {
  const last = known(series).at(-1);
  return [
    ...wrap(breakable(series.label), SIZE, limit),
    ...(series.strong && last ? [`${last.text} (${year(last.period)})`] : []),
  ];
}

/** A name whose long words may be broken, so that they leave room for lines: after a hyphen of their own, or anywhere. */
function breakable(name: string): string {
  return name.replace(/\S{20,}/g, (word) =>
    word.replace(/(?<=\S{3}-)(?=\S{4})/g, " ").replace(/\S{20}(?=\S{4})/g, "$&- "),
  );
}
