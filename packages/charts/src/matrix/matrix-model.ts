import type { About, Answer } from "@yeelen/dataset/plain";
import type { ChartOptions, ChartPoint, Figure } from "../figure/figure.ts";
import { headOf, wordsOf } from "../figure/head.ts";
import { absenceLegend } from "../figure/legend.ts";
import { signOf } from "../figure/signs.ts";
import { notesOf } from "../figure/notes.ts";
import { yearTicks } from "../scale/years.ts";
import { pointOf } from "../series/point.ts";
import { known, seriesOf } from "../series/series.ts";
import { seriesTable } from "../table/series-table.ts";
import { listOf, spanOf } from "../text/lists.ts";
import { textWidth } from "../text/measure.ts";
import { wrapWithin } from "../text/wrap-within.ts";

/** Which years have a figure, for each country: completeness at a glance, no figure by its size. */
export interface MatrixModel extends Figure {
  readonly kind: "matrix";
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly { readonly x: number; readonly text: string }[];
  readonly cells: readonly MatrixCell[];
}

export interface MatrixRow {
  readonly lines: readonly string[];
  readonly strong: boolean;
  readonly y: number;
  /** `12/16` */
  readonly count: string;
}

export interface MatrixCell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** A known figure fills its cell; a missing one bears its sign. */
  readonly sign: "filled" | "hatch" | "cross" | "gap";
  readonly strong: boolean;
}

const ROW = 24;
const TOP = 26;

/** Lays out a row for each series and a column for each year. */
export function matrixModel(answer: Answer, about: About, options: ChartOptions = {}): MatrixModel {
  const context = wordsOf(answer, about, options);
  const { voice, tell, period } = context;
  const head = headOf(context, "matrix");
  const series = seriesOf(context);
  const years = Array.from({ length: period[1] - period[0] + 1 }, (_, index) => period[0] + index);
  const { width = 640 } = options;
  const names = series.map((one) => wrapWithin(one.label, 13, width * 0.34, width * 0.45));
  const counts = series.map((one) => `${voice.number(known(one).length)}/${voice.number(years.length)}`);
  const rtl = head.dir === "rtl";
  const nameWidth = Math.ceil(Math.max(0, ...names.flat().map((line) => textWidth(line, 13.5)))) + 10;
  const countWidth = Math.ceil(Math.max(0, ...counts.map((text) => textWidth(text, 13)))) + 10;
  const left = rtl ? countWidth : nameWidth;
  const right = width - (rtl ? nameWidth : countWidth);
  const step = (right - left) / years.length;
  const side = Math.min(step - 2, 48);
  const tall = Math.min(step - 2, ROW - 6);
  const x = (year: number) => left + (year - period[0] + 0.5) * step;
  const points: ChartPoint[] = [];
  const cells: MatrixCell[] = [];
  let y = TOP;
  const rows = series.map((one, index): MatrixRow => {
    const lines = names[index] ?? [];
    const height = Math.max(ROW, lines.length * 15 + 6);
    const middle = y + height / 2;
    const strong = one.key === options.chosen;
    y += height;
    for (const cell of one.cells) {
      points.push(pointOf(one, cell, { x: x(cell.period), y: middle }, voice));
      cells.push({
        x: x(cell.period) - side / 2,
        y: middle - tall / 2,
        width: side,
        height: tall,
        sign: cell.absence ? signOf(cell.absence) : "filled",
        strong,
      });
    }
    return { lines, strong, y: middle, count: counts[index] ?? "" };
  });
  const complete = series.map((one) =>
    tell("pair", { series: one.label, value: voice.number(known(one).length) }),
  );
  return {
    kind: "matrix",
    ...head,
    subtitle: voice.say("join", { first: tell("completeness"), second: spanOf(voice, ...period) }),
    width,
    height: y + 6,
    rows,
    columns: yearTicks(context, x, width < 640 && !rtl),
    cells,
    points,
    description: tell("complete", { total: years.length, list: listOf(voice, complete) }),
    legend: [{ sign: "colour", colour: "rest", text: tell("figure") }, ...absenceLegend(context, series)],
    notes: notesOf(context),
    table: seriesTable(context, series, head.title),
  };
}
