import type { WordContext } from "../figure/figure.ts";
import { unitName } from "../figure/head.ts";
import type { Colour } from "../figure/paint.ts";
import { signOf } from "../figure/signs.ts";
import { classBreaks, classOf } from "../map/classes.ts";
import type { Latest } from "../series/latest.ts";
import { known, seriesOf, type Series, type SeriesCell } from "../series/series.ts";
import type { ComparisonMessages } from "../text/comparison-messages.ts";
import { formatValue } from "../text/figures.ts";
import { listOf, spanOf } from "../text/lists.ts";

/** One indicator of a comparison: its figures, shaded in classes of its own. */
export interface Column {
  readonly title: string;
  /** Measure, unit and years, in words. */
  readonly unit: string;
  /** What its shades stand for. */
  readonly scale: string;
  readonly series: readonly Series[];
  readonly latest: readonly Latest[];
  /** By country. */
  readonly cells: ReadonlyMap<string, ColumnCell>;
}

export interface ColumnCell extends SeriesCell {
  /** The year, or nothing where no year has a figure. */
  readonly year: string;
  /** Null where there is no value to shade by: a suppressed figure never has a shade. */
  readonly colour: Colour | null;
  readonly sign: "hatch" | "cross" | "gap" | null;
}

const CLASSES = 5;

export function comparisonColumn(
  context: WordContext,
  title: string,
  show: "figures" | "completeness",
  said: ComparisonMessages,
): Column {
  const { answer, voice, measure, tell, period } = context;
  if (answer.query.by?.length)
    throw new Error(
      `not allowed in by: ${answer.query.by.join(" ")}; allowed: nothing, one figure a country`,
    );
  const series = seriesOf(context);
  const latest = series.flatMap((one) => {
    const cell = one.cells.findLast(({ value, high }) => value !== null || high !== null) ?? one.cells.at(-1);
    return cell ? [{ series: one, cell }] : [];
  });
  const unit = tell(measure, { unit: unitName(context), years: spanOf(voice, ...period) });
  const base = { title, unit, series, latest };
  const format = (value: number) => formatValue(value, measure, voice);
  if (show === "completeness") {
    const cells = latest.map(({ series: one, cell }): [string, ColumnCell] => {
      const share = known(one).length / one.cells.length;
      const text = `${voice.number(known(one).length)}/${voice.number(one.cells.length)}`;
      const colour: Colour | null = share > 0 ? `ramp-${Math.ceil(share * CLASSES)}` : null;
      return [one.area, { ...cell, text, year: "", colour, sign: share > 0 ? null : "gap" }];
    });
    return { ...base, scale: `${title}. ${tell("completeness")}.`, cells: new Map(cells) };
  }
  const breaks = classBreaks(latest.flatMap(({ cell }) => cell.value ?? []));
  const cells = latest.map(({ series: one, cell }): [string, ColumnCell] => {
    const found = cell.value !== null || cell.high !== null || cell.absence === "conflicting";
    const colour: Colour | null =
      cell.value === null ? null : `ramp-${classOf(cell.value, breaks) + CLASSES - breaks.length}`;
    return [
      one.area,
      {
        ...cell,
        year: found ? voice.year(cell.period) : "",
        colour,
        sign: cell.absence ? signOf(cell.absence) : null,
      },
    ];
  });
  const classes = [
    ...breaks.map((high, index) =>
      index === 0
        ? tell("below", { value: format(high) })
        : tell("fromBelow", { low: format(breaks[index - 1] ?? 0), high: format(high) }),
    ),
    ...breaks.slice(-1).map((low) => tell("from", { value: format(low) })),
  ];
  const scale = voice.fill(said.words.scale, { indicator: title, unit, classes: listOf(voice, classes) });
  return { ...base, scale: classes.length > 0 ? scale : `${title}. ${unit}.`, cells: new Map(cells) };
}
