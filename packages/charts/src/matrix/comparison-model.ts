import type { Comparison } from "@yeelen/dataset/plain";
import { describeLatest } from "../describe/describe-latest.ts";
import type { ChartOptions, ChartPoint, Figure, LegendEntry, WordContext } from "../figure/figure.ts";
import { headOf, wordsOf } from "../figure/head.ts";
import { absenceLegend } from "../figure/legend.ts";
import { areaName } from "../text/names.ts";
import { enComparison, type ComparisonMessages } from "../text/comparison-messages.ts";
import { listOf, spanOf } from "../text/lists.ts";
import { comparisonColumn, type Column } from "./comparison-column.ts";
import { layOutBlocks, type ComparisonBlock } from "./comparison-layout.ts";
import { assertJudged, comparisonWarnings } from "./comparison-warnings.ts";

/** Countries by indicators. Each column has its own unit and its own classes; nothing goes across columns. */
export interface ComparisonModel extends Figure {
  readonly kind: "matrix";
  /** Columns side by side as far as there is room, the rest below, with the countries again. */
  readonly blocks: readonly ComparisonBlock[];
}

export interface ComparisonOptions extends ChartOptions {
  /** Texts of comparisons in the language of `messages`; English if left out. */
  readonly said?: ComparisonMessages;
  /** The newest figure of each country with its year, or how many years have one; `figures` if left out. */
  readonly show?: "figures" | "completeness";
  /** Most columns side by side; as many as have room if left out. */
  readonly across?: number;
}

/** Lays out a row for each country and a column for each answer. Throws for a comparison without its warnings. */
export function comparisonModel(comparison: Comparison, options: ComparisonOptions = {}): ComparisonModel {
  assertJudged(comparison);
  const { said = enComparison, show = "figures", width = 640 } = options;
  const contexts = comparison.answers.map((answer) => wordsOf(answer, answer.about, options));
  const [context] = contexts;
  if (!context) throw new Error("comparison without answers: give at least two");
  if (language(said.locale) !== language(context.messages.locale))
    throw new Error(
      `languages differ: the warnings are in ${said.locale}, the chart in ${context.messages.locale}; give messages and said of one language`,
    );
  const { voice, messages, names, tell } = context;
  const head = headOf(context, "comparison");
  const columns = contexts.map((one, place) => comparisonColumn(one, titleOf(contexts, place), show, said));
  const warnings = comparisonWarnings(
    comparison,
    columns.map(({ title }) => title),
    said,
    context,
  );
  const areas = [...new Set(comparison.answers.flatMap(({ rows }) => rows.map(({ area }) => area)))];
  const rows = areas.map((code) => ({
    code,
    name: areaName(code, messages, names),
    strong: code === options.chosen,
  }));
  const { blocks, height, place } = layOutBlocks(columns, rows, width, options.across);
  const rtl = head.dir === "rtl";
  const points = rows.flatMap(({ code, name }) =>
    columns.flatMap((column, index): ChartPoint[] => {
      const cell = column.cells.get(code);
      if (!cell) return [];
      const { x, y } = place(index, code);
      const { period, text, value, absence } = cell;
      const label = voice.say("join", { first: name, second: column.title });
      return [
        {
          x: rtl ? width - x : x,
          y,
          series: code,
          label,
          period,
          year: cell.year,
          text,
          value,
          absence,
        },
      ];
    }),
  );
  const last = Math.max(...contexts.map(({ period }) => period[1]));
  const years = spanOf(voice, Math.min(...contexts.map(({ period }) => period[0])), last);
  return {
    kind: "matrix",
    ...head,
    id:
      options.id ??
      `yeelen-comparison-${comparison.answers.map(({ digest }) => digest.slice(0, 4)).join("")}`,
    title: options.title ?? said.words.title,
    subtitle: voice.fill(said.words[show], { years }),
    width,
    height,
    blocks,
    points,
    description: [
      ...columns.map((column) => describeColumn(column, contexts[columns.indexOf(column)] ?? context, show)),
      ...warnings,
    ].join(" "),
    legend: [
      { sign: "colour", colour: "ramp-1", text: said.words.lowest },
      { sign: "colour", colour: "ramp-5", text: said.words.highest },
      ...absenceLegend(
        context,
        (show === "figures" ? columns : []).flatMap((column) =>
          column.latest.map(({ series, cell }) => ({ ...series, cells: [cell] })),
        ),
      ),
    ] satisfies LegendEntry[],
    notes: [
      ...new Set([
        ...warnings,
        ...columns.map(({ scale }) => scale),
        ...comparison.answers.flatMap(({ notes }) =>
          notes.flatMap(({ code, text }) => (code === "break" || code === "comparability" ? [] : [text])),
        ),
      ]),
    ],
    sources: contexts
      .flatMap((one) => headOf(one, "comparison").sources)
      .filter((one, index, all) => all.findIndex(({ text }) => text === one.text) === index),
    table: {
      caption: options.title ?? said.words.title,
      columns: [tell("area"), ...columns.flatMap(({ title, unit }) => [`${title}. ${unit}`, tell("year")])],
      rows: rows.map(({ code, name }) => ({
        name,
        cells: columns.flatMap(({ cells }) => {
          const cell = cells.get(code);
          return cell ? [cell, { text: cell.year }] : [{ text: "" }, { text: "" }];
        }),
      })),
    },
  };
}

function describeColumn({ title, latest, series }: Column, context: WordContext, show: string): string {
  const { voice, tell } = context;
  if (show === "figures") return `${title}. ${describeLatest(context, latest)}`;
  const complete = series.map((one) =>
    tell("pair", {
      series: one.label,
      value: voice.number(one.cells.filter(({ value }) => value !== null).length),
    }),
  );
  const total = Math.max(0, ...series.map(({ cells }) => cells.length));
  return `${title}. ${tell("complete", { total, list: listOf(voice, complete) })}`;
}

/** The indicator's title; with its release where the same indicator stands there twice. */
export function titleOf(contexts: readonly WordContext[], place: number): string {
  const { answer, about, messages } = contexts[place] as WordContext;
  const { indicator } = answer.query;
  const title = messages.indicators[indicator] ?? about.title;
  const twice = contexts.filter((one) => one.answer.query.indicator === indicator).length > 1;
  return twice ? `${title} (${answer.provenance.release})` : title;
}

function language(locale: string): string {
  return locale.split("-")[0] ?? "";
}
