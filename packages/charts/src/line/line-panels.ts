import type { Context } from "../figure/figure.ts";
import { linearScale } from "../scale/linear.ts";
import { yearScale } from "../scale/years.ts";
import { breaksIn, runsOf } from "../series/runs.ts";
import type { Apart } from "../series/scales-apart.ts";
import { known, type SeriesCell } from "../series/series.ts";
import type { StyledSeries } from "../series/styled-series.ts";
import { formatValue } from "../text/figures.ts";
import { textWidth } from "../text/measure.ts";
import { endLabels, labelGutter, type EndLabel } from "./end-labels.ts";

/** One set of axes and the lines in it, in pixels. */
export interface LinePanel {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly lines: readonly PlacedLine[];
  readonly labels: readonly EndLabel[];
  /** Where the way of counting changed: between the last year of the old and the first of the new. */
  readonly breaks: readonly number[];
}

export interface PlacedLine extends StyledSeries {
  /** Stretches of successive years; a stretch of one is a point. */
  readonly runs: readonly (readonly Spot[])[];
  /** Years to mark by a point: all of a strong series, the ends of a stretch of the others. */
  readonly dots: readonly Spot[];
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface PanelLayout {
  readonly panels: readonly LinePanel[];
  readonly x: (year: number) => number;
  /** Where a figure of a series stands; what is absent stands on its axis. */
  readonly place: (key: string, cell: SeriesCell) => Spot;
}

const TOP = 12;
const BETWEEN = 34;

/** Axes, lines and labels; countries far out of scale stand in a smaller panel of their own, above. */
export function linePanels(
  context: Context,
  { together, apart }: Apart<StyledSeries>,
  { width, bottom }: { readonly width: number; readonly bottom: number },
): PanelLayout {
  const apartBottom = apart.length > 0 ? TOP + Math.max(70, bottom * 0.22) : TOP - BETWEEN;
  const frames = [
    { series: apart, top: TOP, bottom: apartBottom },
    { series: together, top: apartBottom + BETWEEN, bottom },
  ]
    .filter(({ series }) => series.length > 0)
    .map((frame) => ({ ...frame, y: scaleOf(context, frame.series, frame.top, frame.bottom) }));
  const text = (tick: number) => formatValue(tick, context.measure, context.voice);
  const ticks = frames.flatMap(({ y }) => y.ticks.map((tick) => textWidth(text(tick), 12)));
  const left = Math.ceil(Math.max(...ticks)) + 8;
  const right = width - labelGutter([...apart, ...together], width);
  const x = yearScale(context.period, left + 8, right - 8);
  const breaks = breaksIn(context);
  const panels = frames.map(({ series, top, bottom: low, y }): LinePanel => {
    const lines = series.map((one): PlacedLine => {
      const runs = runsOf(context, one).map((run) =>
        run.map((cell) => ({ x: x(cell.period), y: y(cell.value) })),
      );
      const ends = runs.flatMap((run) => run.filter((_, at) => !at || at === run.length - 1));
      return { ...one, runs, dots: one.strong ? runs.flat() : ends };
    });
    const cuts = breaks.filter(({ area, period }) =>
      series.some(
        (one) => one.strong && one.area === area && known(one).some((cell) => cell.period < period),
      ),
    );
    return {
      left,
      right,
      top,
      bottom: low,
      ticks: y.ticks.map((tick) => ({ y: y(tick), text: text(tick) })),
      lines,
      labels: endLabels(lines, {
        left: right,
        top: top - 8,
        bottom: low + 8,
        width,
        year: context.voice.year,
      }),
      breaks: [...new Set(cuts.map(({ period }) => x(period - 0.5)))],
    };
  });
  const place = (key: string, { period, value }: SeriesCell): Spot => {
    const frame = frames.find(({ series }) => series.some((one) => one.key === key));
    return { x: x(period), y: value === null || !frame ? (frame?.bottom ?? bottom) : frame.y(value) };
  };
  return { panels, x, place };
}

/** About one tick for every 45 pixels, four at most, unless `count` says how many. */
export function scaleOf(
  { measure }: Context,
  series: readonly StyledSeries[],
  top: number,
  bottom: number,
  count = Math.min(4, Math.max(1.7, (bottom - top) / 45)),
) {
  const values = series.flatMap((one) => one.cells.map((cell) => cell.value ?? 0));
  const ranks = measure === "rank";
  const low = ranks ? 1 : Math.min(0, ...values);
  const high = Math.max(...values) || low + 1;
  const whole = ranks || Number.isInteger(high);
  return linearScale([low, high], ranks ? [top, bottom] : [bottom, top], { count, whole });
}
