import type { About, Answer } from "@yeelen/dataset/plain";
import { describeLatest } from "../describe/describe-latest.ts";
import type { ChartOptions, Figure } from "../figure/figure.ts";
import { headOf, wordsOf } from "../figure/head.ts";
import { absenceLegend } from "../figure/legend.ts";
import { signOf } from "../figure/signs.ts";
import { notesOf } from "../figure/notes.ts";
import type { Colour } from "../figure/paint.ts";
import { latestOf, needsYear, sharedYear, type Latest } from "../series/latest.ts";
import { pointOf } from "../series/point.ts";
import { scalesApart } from "../series/scales-apart.ts";
import { isChosen, seriesOf, type Series } from "../series/series.ts";
import { latestTable } from "../table/latest-table.ts";
import { textWidth } from "../text/measure.ts";
import { wrapWithin } from "../text/wrap-within.ts";

/** Figures ranked by size, those without a value listed apart. Time plays no part but in each figure's year. */
export interface BarModel extends Figure {
  readonly kind: "bar";
  readonly bars: readonly Bar[];
  /** Over bars on a scale of their own, and over what has no value. */
  readonly headings: readonly { readonly text: string; readonly y: number }[];
  /** Pixels from the reading side to the zero line. */
  readonly zero: number;
}

export interface Bar {
  readonly key: string;
  readonly lines: readonly string[];
  /** The figure in words, its year where years differ. */
  readonly text: string;
  readonly colour: Colour;
  readonly strong: boolean;
  /** Middle of the row. */
  readonly y: number;
  /** Pixels of the bar, measured from the reading side; equal where there is no value. */
  readonly from: number;
  readonly to: number;
  /** On a scale of its own: drawn in outline, so that no length is compared with the others. */
  readonly apart: boolean;
  /** How a missing figure is shown: always of the same size. */
  readonly sign: "hatch" | "cross" | "gap" | null;
}

const ROW = 30;
const GAP = 20;
const SIZE = 13;

/** Lays out one figure for each series: the newest known one. Those far out of scale come first, on a scale of their own. */
export function barModel(answer: Answer, about: About, options: ChartOptions = {}): BarModel {
  const context = wordsOf(answer, about, options);
  const head = headOf(context, "bar");
  const series = seriesOf(context);
  const split = scalesApart(series);
  const items = latestOf(series);
  const known = items.filter(({ cell }) => cell.value !== null);
  const absent = items.filter(({ cell }) => cell.value === null);
  const ranked = [...known].sort((a, b) => order(b) - order(a));
  const isApart = ({ series: one }: Latest) => split.apart.includes(one);
  const year = sharedYear(known);
  const { width = 640 } = options;
  const texts = new Map(
    items.map((item) => [
      item.series.key,
      needsYear(item, year, context.period)
        ? `${item.cell.text} (${context.voice.year(item.cell.period)})`
        : item.cell.text,
    ]),
  );
  const labels = new Map(
    series.map((one) => [one.key, wrapWithin(one.label, SIZE, Math.min(200, width * 0.36), width * 0.5)]),
  );
  const zero =
    Math.ceil(Math.max(0, ...[...labels.values()].flat().map((line) => textWidth(line, SIZE + 0.5)))) + 10;
  const end =
    width - Math.max(0, ...known.map(({ series: one }) => textWidth(texts.get(one.key) ?? "", SIZE))) - 10;
  let y = 4;
  const headings: { text: string; y: number }[] = [];
  const place = (group: readonly Latest[], heading?: string) => {
    if (heading !== undefined && group.length > 0) {
      headings.push({ text: heading, y: y + 10 });
      y += 18;
    }
    const values = group.map(({ cell }) => cell.value ?? 0);
    const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
    const x = (value: number) => zero + ((value - low) / (high - low || 1)) * (end - zero);
    const bars = group.map(({ series: one, cell }): Bar => {
      const lines = labels.get(one.key) ?? [];
      const height = Math.max(ROW, lines.length * 15 + 8);
      y += height;
      return {
        key: one.key,
        lines,
        text: texts.get(one.key) ?? "",
        colour: isChosen(one, options.chosen) || series.length === 1 ? "accent" : "rest",
        strong: isChosen(one, options.chosen),
        apart: split.apart.includes(one),
        y: y - height / 2,
        from: x(0),
        to: x(cell.value ?? 0),
        sign: cell.absence ? signOf(cell.absence) : null,
      };
    });
    if (group.length > 0) y += GAP;
    return bars;
  };
  const top = place(ranked.filter(isApart), context.tell("ownScale"));
  const rest = place(ranked.filter((item) => !isApart(item)));
  const last = place(absent, context.tell("without"));
  const bars = [...top, ...rest, ...last];
  return {
    kind: "bar",
    ...head,
    width,
    height: y - GAP + 8,
    bars,
    headings,
    zero,
    points: [...ranked, ...absent].flatMap(({ series: one, cell }) => {
      const bar = bars.find(({ key }) => key === one.key);
      const x = bar ? (head.dir === "rtl" ? width - bar.to : bar.to) : 0;
      return bar ? [pointOf(one, cell, { x, y: bar.y }, context.voice)] : [];
    }),
    description: describeLatest(context, [...ranked, ...absent]),
    legend: absenceLegend(context, newest(items)),
    notes: notesOf(context, {
      ...split,
      apart: split.apart.filter((one) => known.some((item) => item.series === one)),
    }),
    table: latestTable(context, [...ranked, ...absent], head.title),
  };

  /** Rank 1 is on top; all else from the highest down. */
  function order({ cell }: Latest): number {
    return (cell.value ?? 0) * (context.measure === "rank" ? -1 : 1);
  }
}

function newest(items: readonly Latest[]): Series[] {
  return items.map(({ series, cell }) => ({ ...series, cells: [cell] }));
}
