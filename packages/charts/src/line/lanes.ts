import { signOf } from "../figure/signs.ts";
import type { Colour } from "../figure/paint.ts";
import type { Box } from "../figure/signs.ts";
import type { StyledSeries } from "../series/styled-series.ts";

/** A sign below the axis for a figure that exists and is not shown. Its place and size are the same whatever the figure. */
export interface LaneMark extends Box {
  readonly sign: "hatch" | "cross";
  readonly colour: Colour;
}

interface Lanes {
  /** Pixels the lanes take below the axis. */
  readonly height: number;
  place(x: (year: number) => number, top: number): LaneMark[];
}

const ROW = 9;

/** A lane for each strong series with suppressed or contradictory figures, and one for all the others. */
export function lanesOf(series: readonly StyledSeries[]): Lanes {
  const strong = series.filter((one) => one.strong).map((one) => [one]);
  const rest = series.filter((one) => !one.strong);
  const rows = [...strong, rest].map(marksOf).filter((row) => row.length > 0);
  return {
    height: rows.length > 0 ? rows.length * ROW + 4 : 0,
    place(x, top) {
      const width = Math.max(5, Math.min(24, (x(1) - x(0)) * 0.8 || 24));
      return rows.flatMap((row, index) =>
        row.map(({ period, sign, colour }) => ({
          sign,
          colour,
          x: x(period) - width / 2,
          y: top + 4 + index * ROW,
          width,
          height: ROW - 2,
        })),
      );
    },
  };
}

function marksOf(series: readonly StyledSeries[]) {
  const marks = new Map<number, { period: number; sign: LaneMark["sign"]; colour: Colour }>();
  for (const { cells, colour } of series)
    for (const { period, absence } of cells) {
      const sign = signOf(absence ?? "");
      if (sign !== "gap") marks.set(period, { period, sign, colour });
    }
  return [...marks.values()];
}
