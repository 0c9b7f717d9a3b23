import type { ChartTable, WordContext } from "../figure/figure.ts";
import type { Latest } from "../series/latest.ts";

/** A row for each series: its name, its figure, its year. */
export function latestTable(
  { voice, tell }: WordContext,
  items: readonly Latest[],
  caption: string,
): ChartTable {
  return {
    caption,
    columns: [tell("area"), tell("figure"), tell("year")],
    rows: items.map(({ series, cell }) => ({
      name: series.label,
      cells: [cell, { text: voice.year(cell.period) }],
    })),
  };
}
