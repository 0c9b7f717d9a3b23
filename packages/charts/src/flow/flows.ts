import type { About, Answer } from "@yeelen/dataset/plain";
import { describeAbsent } from "../describe/describe-latest.ts";
import type { ChartOptions, ChartTable, WordContext } from "../figure/figure.ts";
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
import type { Flow } from "./flow-layout.ts";

export interface FlowOptions extends ChartOptions {
  /** Whether people come from the counterpart to the area or go from the area to it; what the indicator says if left out. */
  readonly towards?: "area" | "counterpart";
  /** How many flows are drawn, the largest first; all are in the table. */
  readonly most?: number;
}

/** A flow with its figure and the codes of both its ends. */
export interface NamedFlow extends Flow, Latest {
  readonly from: string;
  readonly to: string;
}

const MOST_HIDDEN = 8;

/** What a picture of flows draws, what it names beneath, and the words around it, the same for every picture. */
export function flowsOf(answer: Answer, about: About, options: FlowOptions, kind: string) {
  const asked = wordsOf(answer, about, options);
  const flows = namedFlows(
    asked,
    options.towards ?? (about.counterpartIs === "destination" ? "counterpart" : "area"),
  );
  const years = flows.map(({ cell }) => cell.period);
  const context: WordContext =
    years.length > 0 ? { ...asked, period: [Math.min(...years), Math.max(...years)] } : asked;
  const { voice, tell } = context;
  const { most = 12, chosen } = options;
  const head = headOf(context, kind);
  const known = flows.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);
  const drawn = known.slice(0, most);
  const hidden = flows.filter(({ cell }) => signOf(cell.absence ?? "") !== "gap").slice(0, MOST_HIDDEN);
  const route = ({ origin, destination }: Flow) => tell("route", { from: origin, to: destination });
  const largest = drawn.slice(0, 5).map((flow) => tell("pair", { series: route(flow), value: flow.text }));
  return {
    context,
    drawn,
    hidden,
    isStrong: ({ series }: NamedFlow) =>
      chosen !== undefined && [series.key, series.codes[0]].includes(chosen),
    /** A flow in one line, with its figure or why there is none. */
    line: (flow: Flow) => tell("flow", { from: flow.origin, to: flow.destination, value: flow.text }),
    pointAt: (flow: NamedFlow, at: { readonly x: number; readonly y: number }) =>
      pointOf({ key: flow.series.key, label: route(flow) }, flow.cell, at, voice),
    words: {
      ...head,
      description: [
        ...(drawn.length > 0 ? [tell("largest", { list: listOf(voice, largest) })] : []),
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
    },
  };
}

function namedFlows(context: WordContext, towards: "area" | "counterpart"): NamedFlow[] {
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
    const ends = [one.codes[0] ?? "", one.area] as const;
    const [from, to] = towards === "area" ? ends : [ends[1], ends[0]];
    return [{ series: one, cell, origin, destination, from, to, value: cell.value ?? 0, text: cell.text }];
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
