import type { AnswerRow } from "@yeelen/dataset/plain";

export interface Sparkline {
  /** Runs of neighbouring years with a value, as SVG path data in a box of `width` by `height`. */
  readonly path: string;
  /** Years with a value and none beside them. */
  readonly dots: readonly (readonly [x: number, y: number])[];
  /** The newest value. */
  readonly end: readonly [x: number, y: number] | null;
}

export const sparkSize = { width: 120, height: 28 } as const;

/**
 * A series of one area without axes, from zero to its own highest value, for the rows of a table that gives the figures.
 * A year without a value breaks the line; a withheld one is not placed.
 */
export function sparkline(rows: readonly AnswerRow[]): Sparkline {
  const { width, height } = sparkSize;
  const first = Math.min(...rows.map((row) => row.period));
  const last = Math.max(...rows.map((row) => row.period));
  const highest = Math.max(1, ...rows.map((row) => row.value ?? 0));
  const x = (year: number) => round(3 + ((year - first) / Math.max(1, last - first)) * (width - 6));
  const y = (value: number) => round(height - 3 - (value / highest) * (height - 6));
  const runs: (readonly [number, number])[][] = [];
  let previous: number | undefined;
  for (const row of [...rows].sort((a, b) => a.period - b.period)) {
    if (row.value === null) continue;
    const point = [x(row.period), y(row.value)] as const;
    if (previous === row.period - 1) runs.at(-1)?.push(point);
    else runs.push([point]);
    previous = row.period;
  }
  return {
    path: runs
      .filter((run) => run.length > 1)
      .map((run) => `M${run.map((point) => point.join(",")).join("L")}`)
      .join(""),
    dots: runs.filter((run) => run.length === 1).flat(),
    end: runs.at(-1)?.at(-1) ?? null,
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
