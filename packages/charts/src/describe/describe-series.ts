import { listOf, yearsOf } from "../text/lists.ts";
import { unitText } from "../figure/head.ts";
import type { WordContext } from "../figure/figure.ts";
import { describeAbsent } from "./describe-latest.ts";
import { compares } from "../series/runs.ts";
import { isHidden, latestOf } from "../series/latest.ts";
import { isChosen, known, type KnownCell, type Series, type SeriesCell } from "../series/series.ts";

const FEW = 3;

/**
 * A short paragraph on a chart over years: latest figure, how it stands to the one before (never across a change of
 * counting), highest and lowest, what is missing and why. The same words for the same figures, always.
 * Series `apart`, on another scale, are not ranked among the others.
 */
export function describeSeries(
  context: WordContext,
  series: readonly Series[],
  apart: readonly Series[] = [],
): string {
  const chosen = series.filter((one) => isChosen(one, context.options.chosen));
  const told = chosen.length > 0 ? chosen : series.length > FEW ? [] : series;
  const rest = series.filter((one) => !told.includes(one));
  const sentences = [
    ...told.flatMap((one) => describeOne(context, one)),
    ...describeMany(context, rest, apart, chosen.length === 0 || rest.length < FEW),
  ];
  return [...new Set(sentences)].join(" ");
}

function describeOne(context: WordContext, series: Series): string[] {
  const { voice, measure, about, tell } = context;
  const { label } = series;
  const last = known(series).at(-1);
  if (!last) {
    return [
      series.cells.some(isHidden) ? `${label}.` : tell("none", { list: label }),
      ...missing(context, series),
    ];
  }
  const value = measure === "value" ? `${last.text} ${unitText(context, last.value)}` : last.text;
  const sentences = [tell("latest", { series: label, value, year: voice.year(last.period) })];
  const cells = known(series).filter((cell) => compares(context, series, cell, last));
  const before = cells.at(-2);
  if (before && measure !== "change" && measure !== "rank") {
    const trend = last.value > before.value ? "higher" : last.value < before.value ? "lower" : "same";
    sentences.push(tell(trend, { year: voice.year(before.period), value: before.text }));
    if (trend === "higher" && about.unit.id.includes("victim")) sentences.push(tell("detection"));
  }
  const sorted = [...cells].sort((a, b) => a.value - b.value);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (cells.length > 2 && low && high && low.value < high.value) {
    const since = cells.length < known(series).length ? cells[0] : undefined;
    const hidden = series.cells.filter(({ absence }) => absence === "suppressed");
    for (const [key, end] of [
      ...(isAbove(high, hidden) ? [["highest", high] as const] : []),
      ...(hidden.length === 0 ? [["lowest", low] as const] : []),
    ]) {
      const years = yearsOf(
        voice,
        cells.filter((cell) => cell.value === end.value).map((cell) => cell.period),
      );
      sentences.push(
        since
          ? tell(`${key}Since`, { value: end.text, years, since: voice.year(since.period) })
          : tell(key, { value: end.text, years }),
      );
    }
  }
  return [...sentences, ...missing(context, series)];
}

/** Whether a figure is above all that hidden ones may be. */
function isAbove({ value }: KnownCell, hidden: readonly SeriesCell[]): boolean {
  return hidden.every(({ high }) => high !== null && high < value);
}

function missing({ voice, tell }: WordContext, { cells }: Series): string[] {
  const absent = cells.filter((cell) => cell.value === null);
  return [...new Set(absent.map((cell) => cell.text))].map((text) =>
    tell("absent", {
      what: text.charAt(0).toLocaleUpperCase(voice.locale) + text.slice(1),
      years: yearsOf(
        voice,
        absent.filter((cell) => cell.text === text).map((cell) => cell.period),
      ),
    }),
  );
}

/** Latest figures of series that are there to be compared, the highest of all, and those without any. */
function describeMany(
  context: WordContext,
  series: readonly Series[],
  apart: readonly Series[],
  each: boolean,
): string[] {
  const { voice, measure, tell } = context;
  const all = series.flatMap((one) =>
    known(one).map((cell) => ({ cell, series: one.label, value: cell.text, year: voice.year(cell.period) })),
  );
  const latest = all.filter(({ series: label }, index) => label !== all[index + 1]?.series);
  const [top] = all
    .filter(({ cell }) => !apart.some((one) => one.cells.includes(cell)))
    .sort((a, b) => b.cell.value - a.cell.value);
  const suppressed = series.flatMap((one) => one.cells.filter(({ absence }) => absence === "suppressed"));
  const without = latestOf(series.filter((one) => known(one).length === 0));
  const none = without.filter(({ cell }) => !isHidden(cell)).map(({ series: one }) => one.label);
  const hidden = without.filter(({ cell }) => isHidden(cell));
  return [
    ...(top && each
      ? [
          tell("latestOf", {
            list: listOf(
              voice,
              latest.map((each) => tell("item", strings(each))),
            ),
          }),
        ]
      : []),
    ...(top && measure !== "rank" && isAbove(top.cell, suppressed) ? [tell("highestOf", strings(top))] : []),
    ...(none.length > 0 ? [tell("none", { list: listOf(voice, none) })] : []),
    ...describeAbsent(
      context,
      hidden.map(({ series: { label }, cell }) => ({
        name: tell("dated", { series: label, year: voice.year(cell.period) }),
        cell,
      })),
    ),
  ];
}

function strings({ series, value, year }: { series: string; value: string; year: string }) {
  return { series, value, year };
}
