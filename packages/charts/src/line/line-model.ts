import type { About, Answer } from "@yeelen/dataset/plain";
import { describeSeries } from "../describe/describe-series.ts";
import type { Figure } from "../figure/figure.ts";
import { headOf, wordsOf } from "../figure/head.ts";
import { absenceLegend } from "../figure/legend.ts";
import { notesOf } from "../figure/notes.ts";
import { seriesTable } from "../table/series-table.ts";
import { layOut, lineSeries, type LineOptions, type LinePicture } from "./line-picture.ts";

/** Everything a line chart draws, in pixels and in words, as plain data. */
export interface LineModel extends Figure, LinePicture {
  readonly kind: "line";
}

/** Lays out an answer's series over years, and says in words what they show and what they lack. */
export function lineModel(answer: Answer, about: About, options: LineOptions = {}): LineModel {
  const context = wordsOf(answer, about, options);
  const head = headOf(context, "line");
  const lines = lineSeries(context, options);
  const { series, split } = lines;
  return {
    ...head,
    ...layOut(context, lines, options),
    description: describeSeries(context, series, split.apart),
    legend: absenceLegend(context, series),
    notes: notesOf(context, split),
    table: seriesTable(context, series, head.title),
  };
}
