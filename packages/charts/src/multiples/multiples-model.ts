import type { About, Answer } from "@yeelen/dataset/plain";
import { describeSeries } from "../describe/describe-series.ts";
import type { ChartOptions, Figure, LegendEntry } from "../figure/figure.ts";
import { headOf, wordsOf } from "../figure/head.ts";
import { absenceLegend } from "../figure/legend.ts";
import { notesOf } from "../figure/notes.ts";
import type { Colour } from "../figure/paint.ts";
import { lanesOf, type LaneMark } from "../line/lanes.ts";
import { scaleOf, type Spot } from "../line/line-panels.ts";
import { yearScale } from "../scale/years.ts";
import { pointOf } from "../series/point.ts";
import { runsOf } from "../series/runs.ts";
import { scalesApart } from "../series/scales-apart.ts";
import { known, seriesOf } from "../series/series.ts";
import type { StyledSeries } from "../series/styled-series.ts";
import { seriesTable } from "../table/series-table.ts";
import { areaName, codeName } from "../text/names.ts";
import { formatValue } from "../text/figures.ts";
import { wrapWithin } from "../text/wrap-within.ts";

/** A small line chart for each country, all on one scale but for those far out of it. */
export interface MultiplesModel extends Figure {
  readonly kind: "multiples";
  readonly panels: readonly SmallPanel[];
}

export interface SmallPanel {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly title: readonly string[];
  readonly titleY: number;
  readonly strong: boolean;
  /** The highest number of its axis, and where it stands; nothing where no panel has a figure. */
  readonly tick: { readonly y: number; readonly text: string } | null;
  /** Baseline of its first and last year. */
  readonly yearsY: number;
  readonly first: string;
  readonly last: string;
  /** Told apart by dashes as well as by colour. */
  readonly lines: readonly {
    readonly colour: Colour;
    readonly dash: string;
    readonly runs: readonly (readonly Spot[])[];
  }[];
  readonly lanes: readonly LaneMark[];
}

const NARROWEST = 140;
const GAP = 24;
/** Height of a plot: more where its panel is wide. */
const PLOT = [84, 180] as const;
const DASHES = ["", "6 3", "2 3", "9 3 2 3"];

/** Lays out a panel for each country in a grid as wide as there is room. */
export function multiplesModel(answer: Answer, about: About, options: ChartOptions = {}): MultiplesModel {
  const context = wordsOf(answer, about, options);
  const { voice, messages, names, period, measure } = context;
  const head = headOf(context, "multiples");
  const series = seriesOf(context);
  const codes = [...new Set(series.map((one) => one.codes.join(".")))];
  const manyCodes = codes.length > 1;
  const styled = series.map((one): StyledSeries => ({
    ...one,
    strong: true,
    colour: manyCodes
      ? `${(codes.indexOf(one.codes.join(".")) % 8) + 1}`
      : one.area === options.chosen
        ? "accent"
        : "ink",
  }));
  const split = scalesApart(styled);
  const areas = [...new Set(series.map((one) => one.area))];
  const { width = 640 } = options;
  const count = Math.max(1, Math.min(areas.length, Math.floor((width + GAP) / (NARROWEST + GAP))));
  const size = (width - (count - 1) * GAP) / count;
  const plot = Math.max(PLOT[0], Math.min(PLOT[1], size * 0.42));
  const titles = new Map(areas.map((area) => [area, wrapWithin(areaName(area, messages, names), 14, size)]));
  const titleHeight = Math.max(...[...titles.values()].map((lines) => lines.length)) * 15 + 3;
  const rtl = head.dir === "rtl";
  const empty = series.every((one) => known(one).length === 0);
  const lanesHeight = Math.max(
    0,
    ...areas.map((area) => lanesOf(styled.filter((one) => one.area === area)).height),
  );
  const rowHeight = titleHeight + plot + lanesHeight + 40;
  const place = new Map<string, (period: number, value: number | null) => Spot>();
  const panels = areas.map((area, index): SmallPanel => {
    const own = styled.filter((one) => one.area === area);
    const column = index % count;
    const left = (rtl ? count - 1 - column : column) * (size + GAP);
    const titleY = Math.floor(index / count) * rowHeight + 12;
    const top = titleY + titleHeight;
    const bottom = top + plot;
    const shared = split.together.some((one) => one.area === area) ? split.together : own;
    const y = scaleOf(context, shared, top, bottom, 4);
    const x = yearScale(period, left + 4, left + size - 4);
    const tick = measure === "rank" ? (y.ticks[0] ?? 0) : (y.ticks.at(-1) ?? 0);
    for (const one of own)
      place.set(one.key, (year, value) => ({ x: x(year), y: value === null ? bottom : y(value) }));
    return {
      left,
      right: left + size,
      top,
      bottom,
      title: titles.get(area) ?? [],
      titleY,
      strong: area === options.chosen,
      tick: empty ? null : { y: y(tick), text: formatValue(tick, measure, voice) },
      yearsY: bottom + lanesHeight + 16,
      first: voice.year(period[0]),
      last: voice.year(period[1]),
      lines: own.map((one) => ({
        colour: one.colour,
        dash: DASHES[codes.indexOf(one.codes.join(".")) % DASHES.length] ?? "",
        runs: runsOf(context, one).map((run) => run.map((cell) => ({ x: x(cell.period), y: y(cell.value) }))),
      })),
      lanes: lanesOf(own).place(x, bottom),
    };
  });
  const [dimension] = answer.query.by ?? [];
  const keys =
    manyCodes && dimension
      ? codes.map((code, index): LegendEntry => ({
          sign: "colour",
          colour: `${(index % 8) + 1}`,
          dash: DASHES[index % DASHES.length] ?? "",
          text: codeName(dimension, code, messages, names),
        }))
      : [];
  return {
    kind: "multiples",
    ...head,
    width,
    height: Math.ceil(areas.length / count) * rowHeight,
    panels,
    points: styled.flatMap((one) =>
      one.cells.map((cell) =>
        pointOf(one, cell, place.get(one.key)?.(cell.period, cell.value) ?? { x: 0, y: 0 }, voice),
      ),
    ),
    description: describeSeries(context, styled, split.apart),
    legend: [...keys, ...absenceLegend(context, series)],
    notes: notesOf(context, split),
    table: seriesTable(context, series, head.title),
  };
}
