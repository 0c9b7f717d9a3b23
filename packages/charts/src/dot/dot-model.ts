import type { About, Answer } from "@yeelen/dataset/plain";
import { describeLatest } from "../describe/describe-latest.ts";
import type { ChartOptions, ChartPoint, Figure, LegendEntry } from "../figure/figure.ts";
import { headOf, wordsOf } from "../figure/head.ts";
import { absenceLegend } from "../figure/legend.ts";
import { signOf } from "../figure/signs.ts";
import { notesOf } from "../figure/notes.ts";
import type { Colour } from "../figure/paint.ts";
import { linearScale } from "../scale/linear.ts";
import { breaksIn } from "../series/runs.ts";
import { newestYear } from "../series/newest-year.ts";
import { pointOf } from "../series/point.ts";
import { scalesApart } from "../series/scales-apart.ts";
import { seriesOf, type Series } from "../series/series.ts";
import { areaName, codeName } from "../text/names.ts";
import { formatValue } from "../text/figures.ts";
import { textWidth } from "../text/measure.ts";
import { wrapWithin } from "../text/wrap-within.ts";

/** Two years, or the groups of one dimension, side by side for each country. */
export interface DotModel extends Figure {
  readonly kind: "dot";
  readonly panels: readonly DotPanel[];
  /** Pixels from the reading side where the lane of missing figures begins. */
  readonly lane: number;
}

/** Rows that share a scale. */
export interface DotPanel {
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly rows: readonly DotRow[];
}

export interface DotRow {
  readonly key: string;
  readonly lines: readonly string[];
  readonly strong: boolean;
  /** Whether its dots compare: nothing changed in the way of counting between them. */
  readonly joined: boolean;
  readonly y: number;
  /** Pixels from the reading side. */
  readonly dots: readonly { readonly x: number; readonly mark: number; readonly colour: Colour }[];
  /** Missing figures, one place a group: never on the scale. */
  readonly signs: readonly {
    readonly x: number;
    readonly colour: Colour;
    readonly sign: "hatch" | "cross" | "gap";
  }[];
}

interface Group {
  readonly name: string;
  readonly colour: Colour;
  readonly mark: number;
}

const ROW = 30;
const AXIS = 24;
const SIGN = 18;
/** From one lane of missing figures to the next. */
const LANE = SIGN + 10;

/** Lays out a row for each country (or series) and a dot for each group: first and last year, or the codes of `by`. */
export function dotModel(answer: Answer, about: About, options: ChartOptions = {}): DotModel {
  const context = wordsOf(answer, about, options);
  const { voice, measure, messages, names, period } = context;
  const head = headOf(context, "dot");
  const series = seriesOf(context);
  const [dimension] = answer.query.by ?? [];
  const codes = dimension ? [...new Set(series.map((one) => one.codes.join(".")))] : [];
  const years = [...new Set(period)];
  const groups = (dimension ? codes : years).map((group, index, all): Group => ({
    name: dimension ? codeName(dimension, String(group), messages, names) : voice.year(Number(group)),
    colour: dimension ? `${(index % 8) + 1}` : index === all.length - 1 ? "accent" : "rest",
    mark: dimension ? index : all.length - 1 - index,
  }));
  const newest = newestYear(series);
  const rows = dimension
    ? [...new Set(series.map((one) => one.area))].map((area) => ({
        key: area,
        label: areaName(area, messages, names),
        cells: codes.map((code) =>
          series
            .find((one) => one.area === area && one.codes.join(".") === code)
            ?.cells.find(({ period: year }) => year === newest.get(area)),
        ),
      }))
    : series.map(({ key, label, cells }) => ({
        key,
        label,
        cells: years.map((year) => cells.find((cell) => cell.period === year)),
      }));
  const asSeries = rows.map(({ key, label, cells }): Series => ({
    key,
    label,
    area: key,
    codes: [],
    cells: cells.filter((cell) => cell !== undefined),
  }));
  const split = scalesApart(asSeries);
  const { width = 640 } = options;
  const labelWidth = Math.min(180, width * 0.34);
  const texts = new Map(rows.map(({ key, label }) => [key, wrapWithin(label, 13, labelWidth, width * 0.42)]));
  const left =
    Math.ceil(Math.max(0, ...[...texts.values()].flat().map((line) => textWidth(line, 13.5)))) + 14;
  const anyMissing = rows.some(({ cells }) => cells.some((cell) => cell?.absence));
  const lane = anyMissing ? width - groups.length * LANE + LANE - SIGN : width;
  const points: ChartPoint[] = [];
  let y = 0;
  const panelOf = (keys: ReadonlySet<string>): DotPanel => {
    const inside = rows.filter(({ key }) => keys.has(key));
    const values = inside.flatMap(({ cells }) => cells.map((cell) => cell?.value ?? 0));
    const range = [left + 8, lane - 24] as const;
    const scale = linearScale([Math.min(0, ...values), Math.max(...values) || 1], range, {
      count: width < 480 ? 2 : 4,
      whole: values.every(Number.isInteger),
    });
    const top = y + AXIS;
    y = top;
    const placed = inside.map(({ key, label, cells }): DotRow => {
      const lines = texts.get(key) ?? [];
      const height = Math.max(ROW, lines.length * 15 + 8);
      const middle = y + height / 2;
      y += height;
      cells.forEach((cell, index) => {
        const x = cell?.value == null ? lane + index * LANE + SIGN / 2 : scale(cell.value);
        const at = { x: head.dir === "rtl" ? width - x : x, y: middle };
        if (cell)
          points.push(
            pointOf({ key: `${key}.${index}`, label: `${label}, ${groups[index]?.name}` }, cell, at, voice),
          );
      });
      const each = cells.map((cell, index) => ({
        cell,
        index,
        colour: groups[index]?.colour ?? ("rest" as const),
        mark: groups[index]?.mark ?? 0,
      }));
      return {
        key,
        lines,
        strong: key === options.chosen,
        joined: dimension !== undefined || !breaksIn(context).some(({ area }) => area === key),
        y: middle,
        dots: each.flatMap(({ cell, colour, mark }) =>
          cell?.value == null ? [] : [{ x: scale(cell.value), mark, colour }],
        ),
        signs: each.flatMap(({ cell, colour, index }) =>
          cell?.absence ? [{ x: lane + index * LANE, colour, sign: signOf(cell.absence) }] : [],
        ),
      };
    });
    const drawn = placed.some(({ dots }) => dots.length > 0) ? scale.ticks : [];
    const ticks = drawn.map((tick) => ({ x: scale(tick), text: formatValue(tick, measure, voice) }));
    const panel = { top, bottom: y, ticks, rows: placed };
    y += 16;
    return panel;
  };
  const apart = new Set(split.apart.map((one) => one.key));
  const rest = new Set(rows.map(({ key }) => key).filter((key) => !apart.has(key)));
  const panels = [apart, rest].filter((keys) => keys.size > 0).map(panelOf);
  return {
    kind: "dot",
    ...head,
    width,
    height: Math.max(60, y - 8),
    panels,
    lane,
    points,
    description: groups
      .map(({ name }, index) => {
        const items = rows.flatMap(({ key, label, cells }) => {
          const cell = cells[index];
          return cell ? [{ series: { key, area: key, codes: [], cells: [], label }, cell }] : [];
        });
        const sentence = describeLatest(context, items);
        const dated = items.some(({ cell }) => cell.value !== null);
        return dimension || !dated ? `${name}. ${sentence}` : sentence;
      })
      .join(" "),
    legend: [
      ...groups.map(({ name, colour, mark }): LegendEntry => ({ sign: "colour", colour, mark, text: name })),
      ...absenceLegend(context, asSeries),
    ],
    notes: notesOf(context, split),
    table: {
      caption: head.title,
      columns: [context.tell("area"), ...groups.map(({ name }) => name)],
      rows: rows.map(({ label, cells }) => ({
        name: label,
        cells: cells.map((cell) => cell ?? { text: "" }),
      })),
    },
  };
}
