import type { ChartTable, WordContext } from "../figure/figure.ts";
import type { Series } from "../series/series.ts";

/** Years down, series across: the very figures of the picture, and in words what is missing. */
export function seriesTable(
  { voice, tell }: WordContext,
  series: readonly Series[],
  caption: string,
): ChartTable {
  const years = new Set(series.flatMap((one) => one.cells.map((cell) => cell.period)));
  return {
    caption,
    columns: [tell("year"), ...series.map((one) => one.label)],
    rows: [...years]
      .sort((a, b) => a - b)
      .map((year) => ({
        name: voice.year(year),
        cells: series.map((one) => one.cells.find((cell) => cell.period === year) ?? { text: "" }),
      })),
  };
}
