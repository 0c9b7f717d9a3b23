import type { Absence } from "@yeelen/dataset/plain";
import { figureText } from "../text/figures.ts";
import { areaName, codeName } from "../text/names.ts";
import type { Context } from "../figure/figure.ts";

/** One figure of a series, present or absent. */
export interface SeriesCell {
  readonly period: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly absence: Absence | null;
  /** The figure in words. */
  readonly text: string;
}

export type KnownCell = SeriesCell & { readonly value: number };

/** All figures of one area and one combination of codes, by period. */
export interface Series {
  /** Area and codes joined by dots: `MLI`, `MLI.F`. */
  readonly key: string;
  readonly area: string;
  readonly codes: readonly string[];
  /** Told apart from the other series of its answer: by country, by code, or both. */
  readonly label: string;
  readonly cells: readonly SeriesCell[];
}

/** The answer's rows as series, in the answer's order. */
export function seriesOf({ answer, measure, voice, messages, names }: Context): Series[] {
  const { by = [] } = answer.query;
  const manyAreas = answer.rows.some((row) => row.area !== answer.rows[0]?.area);
  const series = new Map<string, Series & { readonly cells: SeriesCell[] }>();
  for (const row of answer.rows) {
    const { area, period, value, low, high, absence } = row;
    const codes = by.map((dimension) => row[dimension] ?? "");
    const key = [area, ...codes].join(".");
    const parts = by.map((dimension) => codeName(dimension, row[dimension] ?? "", messages, names));
    if (manyAreas || by.length === 0) parts.unshift(areaName(area, messages, names));
    const one = series.get(key) ?? {
      key,
      area,
      codes,
      label: parts.reduce((first, second) => voice.say("join", { first, second })),
      cells: [],
    };
    one.cells.push({ period, value, low, high, absence, text: figureText(row, measure, voice) });
    series.set(key, one);
  }
  for (const { cells } of series.values()) cells.sort((a, b) => a.period - b.period);
  return [...series.values()];
}

/** Whether what was chosen (an area, a series' key or its code) is this series. */
export function isChosen({ key, area, codes }: Series, chosen: string | undefined): boolean {
  return chosen !== undefined && [key, area, codes.join(".")].includes(chosen);
}

/** The figures that are known. */
export function known({ cells }: Series): KnownCell[] {
  return cells.filter((cell): cell is KnownCell => cell.value !== null);
}
