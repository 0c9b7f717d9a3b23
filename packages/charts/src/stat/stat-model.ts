import type { About, Answer } from "@yeelen/dataset/plain";
import { describeSeries } from "../describe/describe-series.ts";
import type { ChartOptions, Figure } from "../figure/figure.ts";
import { headOf, unitText, wordsOf } from "../figure/head.ts";
import { notesOf } from "../figure/notes.ts";
import { pointOf } from "../series/point.ts";
import { latestOf } from "../series/latest.ts";
import { compares } from "../series/runs.ts";
import { isChosen, known, seriesOf } from "../series/series.ts";
import { seriesTable } from "../table/series-table.ts";
import { wrap } from "../text/measure.ts";

/** One figure, its year, and how it stands to the one before. */
export interface StatModel extends Figure {
  readonly kind: "stat";
  /** The figure in words; large where it is a number. */
  readonly figure: string;
  readonly large: boolean;
  /** What is counted and when, then the comparison with the figure before. */
  readonly lines: readonly string[];
}

/** The newest figure of an answer's first (or chosen) series. Nothing is compared across a change of counting. */
export function statModel(answer: Answer, about: About, options: ChartOptions = {}): StatModel {
  const context = wordsOf(answer, about, options);
  const { voice, measure, tell } = context;
  const head = headOf(context, "stat");
  const series = seriesOf(context);
  const picked = series.filter((one) => isChosen(one, options.chosen));
  const shown = (picked.length > 0 ? picked : series).slice(0, 1);
  const [latest] = latestOf(shown);
  const { width = 320 } = options;
  const cells = shown.flatMap(known);
  const before = cells.at(-2);
  const last = cells.at(-1);
  const [one] = shown;
  const trend =
    one &&
    before &&
    last &&
    measure !== "change" &&
    measure !== "rank" &&
    compares(context, one, before, last)
      ? tell(last.value > before.value ? "higher" : last.value < before.value ? "lower" : "same", {
          year: voice.year(before.period),
          value: before.text,
        })
      : "";
  const what = [
    ...(last && measure === "value" ? [unitText(context, last.value)] : []),
    ...(latest ? [voice.year(latest.cell.period)] : []),
  ].join(", ");
  const lines = [what, trend].filter(Boolean).flatMap((text) => wrap(text, 14, width));
  const y = 54 + lines.length * 20;
  return {
    kind: "stat",
    ...head,
    width,
    height: y + 8,
    figure: latest?.cell.text ?? voice.say("empty"),
    large: last !== undefined,
    lines,
    points: latest ? [pointOf(latest.series, latest.cell, { x: width / 2, y: 30 }, voice)] : [],
    description: describeSeries({ ...context, options: {} }, shown),
    legend: [],
    notes: notesOf(context),
    table: seriesTable(context, shown, head.title),
  };
}
