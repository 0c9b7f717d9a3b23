import { listOf, yearsOf } from "../text/lists.ts";
import { unitText } from "../figure/head.ts";
import type { WordContext } from "../figure/figure.ts";
import { compares } from "../series/runs.ts";
import { isChosen, known, type KnownCell, type Series } from "../series/series.ts";

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
    const hidden = series.cells.some(({ absence }) => absence === "suppressed");
    return [hidden ? `${label}.` : tell("none", { list: label }), ...missing(context, series)];
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
  if (cells.length > 2) {
    const sorted = [...cells].sort((a, b) => a.value - b.value);
    const [low, high] = [sorted[0], sorted.at(-1)] as [KnownCell, KnownCell];
    const hidden = series.cells.some(({ absence }) => absence === "suppressed");
    for (const [key, end] of [
      ["highest", high],
      ["lowest", low],
    ] as const) {
      const same = cells.filter((cell) => cell.value === end.value).map((cell) => cell.period);
      if (key === "highest" || !hidden)
        sentences.push(tell(key, { value: end.text, years: yearsOf(voice, same) }));
    }
  }
  return [...sentences, ...missing(context, series)];
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
  { voice, measure, tell }: WordContext,
  series: readonly Series[],
  apart: readonly Series[],
  each: boolean,
): string[] {
  const all = series.flatMap((one) =>
    known(one).map((cell) => ({ cell, series: one.label, value: cell.text, year: voice.year(cell.period) })),
  );
  const latest = all.filter(({ series: label }, index) => label !== all[index + 1]?.series);
  const [top] = all
    .filter(({ cell }) => !apart.some((one) => one.cells.includes(cell)))
    .sort((a, b) => b.cell.value - a.cell.value);
  const none = series.filter((one) => known(one).length === 0).map((one) => one.label);
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
    ...(top && measure !== "rank" ? [tell("highestOf", strings(top))] : []),
    ...(none.length > 0 ? [tell("none", { list: listOf(voice, none) })] : []),
  ];
}

function strings({ series, value, year }: { series: string; value: string; year: string }) {
  return { series, value, year };
}
