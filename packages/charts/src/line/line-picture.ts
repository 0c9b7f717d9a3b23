import type { About, AnsweredRows } from "@yeelen/dataset/plain";
import { contextOf } from "../figure/context.ts";
import type { ChartOptions, Context, Picture } from "../figure/figure.ts";
import { yearTicks, type YearTick } from "../scale/years.ts";
import { pointOf } from "../series/point.ts";
import { scalesApart, type Apart } from "../series/scales-apart.ts";
import { seriesOf } from "../series/series.ts";
import { styled, type StyledSeries } from "../series/styled-series.ts";
import { enPicture } from "../text/messages.ts";
import { lanesOf, type LaneMark } from "./lanes.ts";
import { linePanels, type LinePanel } from "./line-panels.ts";

export type LineOptions = ChartOptions;

/** What a line chart draws, in pixels: all that is needed where its words stand already. */
export interface LinePicture extends Picture {
  readonly kind: "line";
  /** Usually one; a country far out of scale has a panel of its own, above. */
  readonly panels: readonly LinePanel[];
  readonly years: readonly YearTick[];
  /** What is hidden or contradictory, below the axis, at a height that says nothing of its size. */
  readonly lanes: readonly LaneMark[];
  /** Said in place of lines where no figure was published. */
  readonly empty: string | null;
}

/** An answer's series as a line chart styles and splits them. */
export interface LineSeries {
  readonly series: readonly StyledSeries[];
  readonly split: Apart<StyledSeries>;
}

const YEARS_HEIGHT = 24;

/** The picture of an answer alone, for a page that holds its title, table and description already. */
export function linePicture(
  answer: AnsweredRows,
  about: About,
  options: LineOptions & Pick<Picture, "id" | "title">,
): LinePicture {
  const context = contextOf(answer, about, options, options.messages ?? enPicture);
  const { id, title } = options;
  return { id, title, ...layOut(context, lineSeries(context, options), options) };
}

export function lineSeries(context: Context, { chosen }: LineOptions): LineSeries {
  const series = styled(seriesOf(context), chosen);
  return { series, split: scalesApart(series) };
}

/** Places series over years. Sizes in pixels; the default height lets every line have its label. */
export function layOut(
  context: Context,
  { series, split }: LineSeries,
  options: LineOptions,
): Omit<LinePicture, "id" | "title"> {
  const { voice } = context;
  const { width = 640 } = options;
  const lanes = lanesOf(series);
  const height =
    options.height ?? Math.max(width < 480 ? 300 : width < 900 ? 360 : 440, series.length * 16 + 150);
  const bottom = height - YEARS_HEIGHT - lanes.height;
  const { panels, x, place } = linePanels(context, split, { width, bottom });
  return {
    kind: "line",
    dir: voice.dir,
    width,
    height,
    panels,
    years: yearTicks(context, x, width < 420),
    lanes: lanes.place(x, bottom),
    empty: series.every(({ cells }) => cells.every(({ value }) => value === null))
      ? voice.say("empty")
      : null,
    points: series.flatMap((one) => one.cells.map((cell) => pointOf(one, cell, place(one.key, cell), voice))),
  };
}
