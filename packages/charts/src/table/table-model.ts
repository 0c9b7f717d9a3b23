import type { About, Answer } from "@yeelen/dataset/plain";
import { describeSeries } from "../describe/describe-series.ts";
import { frameTable } from "../figure/frame.ts";
import type { ChartOptions, Figure } from "../figure/figure.ts";
import { headOf, wordsOf } from "../figure/head.ts";
import { notesOf } from "../figure/notes.ts";
import type { SvgElement } from "../node/svg-node.ts";
import { seriesOf } from "../series/series.ts";
import { seriesTable } from "./series-table.ts";

/** The figures themselves, years down and series across. */
export interface TableModel extends Figure {
  readonly kind: "table";
  /** What is counted, and what opens that. */
  readonly definition: { readonly label: string; readonly text: string };
}

export function tableModel(answer: Answer, about: About, options: ChartOptions = {}): TableModel {
  const context = wordsOf(answer, about, options);
  const head = headOf(context, "table");
  const series = seriesOf(context);
  return {
    kind: "table",
    definition: { label: context.tell("counted"), text: about.definition },
    ...head,
    width: options.width ?? 640,
    height: 0,
    points: [],
    description: describeSeries(context, series),
    legend: [],
    notes: notesOf(context),
    table: seriesTable(context, series, head.title),
  };
}

/** The complete figure of a table: the table stands in the picture's place. */
export function figureTree(model: TableModel): SvgElement {
  return frameTable(model, model.definition);
}
