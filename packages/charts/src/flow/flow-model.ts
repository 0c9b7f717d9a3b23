import type { About, Answer } from "@yeelen/dataset/plain";
import { describeAbsent } from "../describe/describe-latest.ts";
import type { ChartOptions, ChartTable, Figure, WordContext } from "../figure/figure.ts";
import { headOf, wordsOf } from "../figure/head.ts";
import { absenceLegend } from "../figure/legend.ts";
import { notesOf } from "../figure/notes.ts";
import { signOf } from "../figure/signs.ts";
import type { Latest } from "../series/latest.ts";
import { newestYear } from "../series/newest-year.ts";
import { pointOf } from "../series/point.ts";
import { seriesOf } from "../series/series.ts";
import { listOf } from "../text/lists.ts";
import { areaName, codeName } from "../text/names.ts";
import { flowLayout, THINNEST, type Flow, type FlowEnd } from "./flow-layout.ts";

/** Flows between countries in one year: bands whose thickness is the figure, and names at both ends. */
export interface FlowModel extends Figure {
  readonly kind: "flow";
  readonly bands: readonly FlowBand[];
  readonly ends: readonly FlowEnd[];
  /** Flows without a figure, named beneath at one size each; the first line is their heading. */
  readonly without: readonly FlowLine[];
  /** Pixels from the reading side between which the bands run. */
  readonly from: number;
  readonly to: number;
}

export interface FlowBand {
  /** Middles of the band at both ends, and its thickness everywhere. */
  readonly y: readonly [origin: number, destination: number];
  readonly thickness: number;
  readonly strong: boolean;
}

export interface FlowLine {
  readonly y: number;
  readonly text: string;
  readonly sign: "hatch" | "cross" | "gap" | null;
}

export interface FlowOptions extends ChartOptions {
  /** Whether people come from the counterpart to the area or go from the area to it; what the indicator says if left out. */
  readonly towards?: "area" | "counterpart";
  /** How many flows are drawn, the largest first; all are in the table. */
  readonly most?: number;
}

type NamedFlow = Flow & Latest;

const MOST_HIDDEN = 8;

/** Lays out the largest known flows of an answer by counterpart, each country's in its newest year with a figure. */
export function flowModel(answer: Answer, about: About, options: FlowOptions = {}): FlowModel {
  const asked = wordsOf(answer, about, options);
  const flows = flowsOf(
    asked,
    options.towards ?? (about.counterpartIs === "destination" ? "counterpart" : "area"),
  );
  const years = flows.map(({ cell }) => cell.period);
  const context: WordContext =
    years.length > 0 ? { ...asked, period: [Math.min(...years), Math.max(...years)] } : asked;
  const { voice, tell } = context;
  const { width = 640, most = 12, chosen } = options;
  const head = headOf(context, "flow");
  const known = flows.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);
  const drawn = known.slice(0, most);
  const { middles, scale, ends, from, to, height } = flowLayout(drawn, width, (name, only) =>
    only ? tell("pair", { series: name, value: only.text }) : name,
  );
  const hidden = flows.filter(({ cell }) => signOf(cell.absence ?? "") !== "gap").slice(0, MOST_HIDDEN);
  const route = ({ origin, destination }: Flow) => tell("route", { from: origin, to: destination });
  const lines = hidden.map((flow, index): FlowLine => ({
    y: height + 36 + index * 20,
    text: tell("flow", { from: flow.origin, to: flow.destination, value: flow.text }),
    sign: signOf(flow.cell.absence ?? ""),
  }));
  const largest = drawn.slice(0, 5).map((flow) => tell("pair", { series: route(flow), value: flow.text }));
  return {
    kind: "flow",
    ...head,
    width,
    height: height + (lines.length > 0 ? 24 + lines.length * 20 : 0),
    from,
    to,
    bands: drawn.map(({ value, series }, index) => ({
      y: middles[index] ?? [0, 0],
      thickness: Math.max(THINNEST, value * scale),
      strong: chosen !== undefined && [series.key, series.codes[0]].includes(chosen),
    })),
    ends,
    without: lines.length > 0 ? [{ y: height + 14, text: tell("without"), sign: null }, ...lines] : [],
    points: drawn.map((flow, index) => {
      const [origin, destination] = middles[index] ?? [0, 0];
      const at = { x: (from + to) / 2, y: (origin + destination) / 2 };
      return pointOf({ key: flow.series.key, label: route(flow) }, flow.cell, at, voice);
    }),
    description: [
      drawn.length > 0 ? tell("largest", { list: listOf(voice, largest) }) : voice.say("empty"),
      ...(known.length > drawn.length ? [tell("flowMore", { count: known.length - drawn.length })] : []),
      ...describeAbsent(
        context,
        flows.map((flow) => ({ cell: flow.cell, name: route(flow) })),
      ),
    ].join(" "),
    legend: absenceLegend(
      context,
      hidden.map(({ series, cell }) => ({ ...series, cells: [cell] })),
    ),
    notes: notesOf(context),
    table: flowTable(context, [...known, ...flows.filter((flow) => !known.includes(flow))], head.title),
  };
}

function flowsOf(context: WordContext, towards: "area" | "counterpart"): NamedFlow[] {
  const { voice, tell, messages, names } = context;
  const series = seriesOf(context);
  const years = newestYear(series);
  const differ = new Set(years.values()).size > 1;
  return series.flatMap((one): NamedFlow[] => {
    const year = years.get(one.area);
    const cell = one.cells.find(({ period }) => period === year);
    if (!cell || year === undefined) return [];
    const name = areaName(one.area, messages, names);
    const area = differ ? tell("dated", { series: name, year: voice.year(year) }) : name;
    const counterpart = codeName("counterpart", one.codes[0] ?? "", messages, names);
    const [origin, destination] = towards === "area" ? [counterpart, area] : [area, counterpart];
    return [{ series: one, cell, origin, destination, value: cell.value ?? 0, text: cell.text }];
  });
}

function flowTable({ voice, tell }: WordContext, flows: readonly NamedFlow[], caption: string): ChartTable {
  return {
    caption,
    columns: [tell("origin"), tell("destination"), tell("figure"), tell("year")],
    rows: flows.map(({ origin, destination, cell }) => ({
      name: origin,
      cells: [{ text: destination }, cell, { text: voice.year(cell.period) }],
    })),
  };
}
