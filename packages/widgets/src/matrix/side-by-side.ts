import type { ChartOptions } from "@yeelen/charts";
import type { Box, CompleteFigure, Drawn, Published } from "../element/chart-kind.ts";
import type { DataTable } from "../tools/data-table.ts";

/** Several indicators side by side, judged, in the element's language. */
export interface SideBySide {
  picture(options: ChartOptions & Box): Drawn;
  figure(options: ChartOptions): CompleteFigure;
  /** Every figure with the warnings that concern it. */
  readonly table: DataTable;
}

/** The views of several indicators, with what the catalogue says of comparing them. */
export interface ComparedViews extends Published {
  readonly releases: string;
  readonly others: readonly Published[];
  compare(element: HTMLElement): Promise<SideBySide>;
}
