import type { Absence, AnswerRow } from "@yeelen/dataset/plain";
import type { Teller } from "../language/teller.ts";
import { years } from "./phrase.ts";
import type { Asked } from "./told.ts";

export type Coverage = "known" | Absence;

/** One line of the calendar: for every year, whether an indicator has a figure and if not, why. */
export interface CoverageLine {
  readonly indicator: string;
  readonly title: string;
  readonly years: readonly { readonly year: number; readonly state: Coverage; readonly text: string }[];
  /** Years with a figure, withheld ones included, of the years asked for. */
  readonly counts: string;
  /** The same in words. */
  readonly text: string;
}

/** The strongest state of a year is the one shown: a figure before a range before a reason. */
const order: readonly Coverage[] = [
  "known",
  "suppressed",
  "conflicting",
  "counted-elsewhere",
  "not-reported",
  "not-applicable",
  "pending",
  "not-collected",
];

/** The calendar of one area, over the years of all its indicators together. */
export function coverageCalendar(
  asked: readonly (Asked & { readonly title: string })[],
  t: Teller,
): readonly CoverageLine[] {
  const first = Math.min(...asked.map(({ about }) => about.period[0]));
  const last = Math.max(...asked.map(({ about }) => about.period[1]));
  const span = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return asked.map(({ answer, about, title }) => {
    const states = span.map((year) => {
      const state = stateOf(
        answer.rows.filter((row) => row.period === year),
        year,
        about.period,
      );
      return { year, state, text: state === "known" ? t.say("absence.known") : t.say(`absence.${state}`) };
    });
    const known = states.filter(({ state }) => isFigure(state)).map(({ year }) => year);
    const missing = states
      .filter(({ state, year }) => !isFigure(state) && year >= about.period[0] && year <= about.period[1])
      .map(({ year }) => year);
    return {
      indicator: answer.query.indicator,
      title,
      years: states,
      counts: t.say("unknown.counts", { known: known.length, all: about.period[1] - about.period[0] + 1 }),
      text: t.say("unknown.list", {
        indicator: title,
        known: known.length > 0 ? years(known, t) : t.say("unknown.no-year"),
        missing: missing.length > 0 ? years(missing, t) : t.say("unknown.no-year"),
      }),
    };
  });
}

/** The state of one year: the strongest of its rows, or why there can be none. */
export function stateOf(
  rows: readonly AnswerRow[],
  year: number,
  [first, last]: readonly [number, number],
): Coverage {
  if (rows.length === 0) return year < first ? "not-collected" : year > last ? "pending" : "not-reported";
  const states = rows.map((row): Coverage =>
    row.value !== null ? "known" : (row.absence ?? "not-reported"),
  );
  return order.find((state) => states.includes(state)) ?? "not-reported";
}

/** A withheld figure is one that exists. */
function isFigure(state: Coverage): boolean {
  return state === "known" || state === "suppressed";
}
