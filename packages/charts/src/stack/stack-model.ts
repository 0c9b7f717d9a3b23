import type { About, Answer } from "@yeelen/dataset/plain";
import { describeLatest } from "../describe/describe-latest.ts";
import { describeSeries } from "../describe/describe-series.ts";
import type { ChartOptions, ChartPoint, Figure, LegendEntry } from "../figure/figure.ts";
import { headOf, wordsOf } from "../figure/head.ts";
import { absenceLegend } from "../figure/legend.ts";
import { notesOf } from "../figure/notes.ts";
import type { Colour } from "../figure/paint.ts";
import { lanesOf, type LaneMark } from "../line/lanes.ts";
import { linearScale } from "../scale/linear.ts";
import { spread } from "../scale/spread.ts";
import { yearScale, yearTicks, type YearTick } from "../scale/years.ts";
import type { Latest } from "../series/latest.ts";
import { pointOf } from "../series/point.ts";
import { seriesOf } from "../series/series.ts";
import { seriesTable } from "../table/series-table.ts";
import { formatValue } from "../text/figures.ts";
import { textWidth } from "../text/measure.ts";
import { wrapWithin } from "../text/wrap-within.ts";

/**
 * Composition over years: known parts stacked from zero. Parts that are hidden are marked below the axis, never in the
 * stack; a stack of which not all parts are known ends in dashes.
 */
export interface StackModel extends Figure {
  readonly kind: "stack";
  readonly left: number;
  readonly right: number;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly years: readonly YearTick[];
  readonly parts: readonly StackPart[];
  readonly lanes: readonly LaneMark[];
  readonly labels: readonly StackLabel[];
  /** Tops of stacks of which not all parts are known. */
  readonly open: readonly Pick<StackPart, "x" | "y" | "width">[];
  /** Said in place of stacks where no part is known. */
  readonly empty: string | null;
}

export interface StackPart {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: Colour;
}

export interface StackLabel {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  readonly colour: Colour;
}

const TOP = 12;
/** Dashes of a top that is not the whole. */
export const OPEN = "3 3";

/** Lays out the series of one country as stacks. */
export function stackModel(answer: Answer, about: About, options: ChartOptions = {}): StackModel {
  const context = wordsOf(answer, about, options);
  const { voice, measure, period, tell } = context;
  const head = headOf(context, "stack");
  const series = seriesOf(context);
  const { width = 640 } = options;
  const height = options.height ?? (width < 480 ? 300 : 360);
  const lanes = lanesOf(
    series.map((one, index) => ({ ...one, strong: true, colour: `${(index % 8) + 1}` as const })),
  );
  const bottom = height - 24 - lanes.height;
  const years = Array.from({ length: period[1] - period[0] + 1 }, (_, index) => period[0] + index);
  const cellsOf = (year: number) =>
    series.map((one, index) => ({
      one,
      colour: `${(index % 8) + 1}` as const,
      cell: one.cells.find((cell) => cell.period === year),
    }));
  const sums = years.map((year) => cellsOf(year).reduce((sum, { cell }) => sum + (cell?.value ?? 0), 0));
  const whole = series.every((one) =>
    one.cells.every(({ value }) => value === null || Number.isInteger(value)),
  );
  const high = Math.max(...sums) || 1;
  const scale = linearScale([0, high], [bottom, TOP], { count: 4, whole });
  const texts = scale.ticks.map((tick) => formatValue(tick, measure, voice));
  const left = Math.ceil(Math.max(...texts.map((text) => textWidth(text, 12)))) + 8;
  const limit = Math.min(150, width * 0.32);
  const names = series.map((one) => wrapWithin(one.label, 13, limit, width * 0.45));
  const gutter = Math.ceil(Math.max(0, ...names.flat().map((line) => textWidth(line, 13)))) + 22;
  const right = width - gutter;
  const step = (right - left) / years.length;
  const column = Math.min(44, step * 0.78);
  const x = yearScale(period, left + step / 2, right - step / 2);
  const points: ChartPoint[] = [];
  const open: { x: number; y: number; width: number }[] = [];
  let middles: number[] = series.map((_, index) => bottom - (index + 0.5) * 18);
  const parts = years.flatMap((year) => {
    let base = bottom;
    const cells = cellsOf(year);
    const known = cells.filter(({ cell }) => cell?.value != null);
    const places: number[] = [];
    const drawn = cells.flatMap(({ one, cell, colour }): StackPart[] => {
      const size = bottom - scale(cell?.value ?? 0);
      base -= size;
      places.push(base + size / 2);
      if (!cell) return [];
      const y = cell.value === null ? bottom : base + size / 2;
      points.push(pointOf(one, cell, { x: x(year), y }, voice));
      if (cell.value === null) return [];
      return [{ x: x(year) - column / 2, y: base, width: column, height: size, colour }];
    });
    if (known.length > 0) middles = places;
    if (known.length > 0 && known.length < cells.length)
      open.push({ x: x(year) - column / 2, y: base - 4, width: column });
    return drawn;
  });
  const empty = parts.length === 0 ? voice.say("empty") : null;
  const wishes = middles.map((y, index) => ({ y, height: (names[index]?.length ?? 1) * 15 + 3 }));
  const places = spread(wishes, TOP, bottom);
  return {
    kind: "stack",
    ...head,
    width,
    height,
    left,
    right,
    ticks: (empty === null ? scale.ticks : scale.ticks.slice(0, 1)).map((tick, index) => ({
      y: scale(tick),
      text: texts[index] ?? "",
    })),
    years: yearTicks(context, x, width < 420),
    parts,
    open,
    empty,
    lanes: lanes.place(x, bottom),
    labels: series.map((_, index) => ({
      x: right + 8,
      y: (places[index] ?? 0) - (((names[index]?.length ?? 1) - 1) * 15) / 2 + 4.5,
      lines: names[index] ?? [],
      colour: `${(index % 8) + 1}`,
    })),
    points,
    description: empty === null ? describeLatest(context, newestKnown()) : describeSeries(context, series),
    legend: [
      ...(open.length > 0
        ? [{ sign: "colour", colour: "quiet", dash: OPEN, text: tell("open") } satisfies LegendEntry]
        : []),
      ...absenceLegend(context, series),
    ],
    notes: notesOf(context),
    table: seriesTable(context, series, head.title),
  };

  /** The parts of the newest year in which any is known. */
  function newestKnown(): Latest[] {
    const year = years.findLast((each) => cellsOf(each).some(({ cell }) => cell?.value != null));
    return cellsOf(year ?? period[1]).flatMap(({ one, cell }) => (cell ? [{ series: one, cell }] : []));
  }
}
