import { dayNumber, isoDay } from "./calendar.ts";
import { dayOf, partOfYear, weekOfYear, yearFrom, yearsTogether, type TimePeriod } from "./time-period.ts";

/** A text that is no period, or names one that no calendar has. */
export class PeriodError extends Error {
  override readonly name = "PeriodError";
}

/** What an office's own spellings mean. */
export interface PeriodStyle {
  /** Month with which a year such as `2011/12` begins, 1 to 12; without it such a year is an error. */
  readonly firstMonth?: number | undefined;
  /** `2003-05` are years together and no month of May, as an office prints them whose figures are of several years. */
  readonly yearsTogether?: boolean | undefined;
}

type Reading = (parts: readonly number[], style: PeriodStyle) => TimePeriod | string;

const spellings: readonly (readonly [RegExp, Reading])[] = [
  [/^(\d{4})$/, ([year = 0]) => partOfYear("year", year)],
  [/^(\d{4})-A1$/, ([year = 0]) => partOfYear("year", year)],
  [/^(\d{4})[- ]?[HS](\d)$/, part("half-year", 2)],
  [/^(\d{4})[- ]?T(\d)$/, part("trimester", 3)],
  [/^(\d{4})[- ]?Q(\d)$/, part("quarter", 4)],
  [/^(\d{4})-(\d\d)$/, monthOrYears],
  [/^(\d{4})[- ]?M(\d\d?)$/, part("month", 12)],
  [
    /^(\d{4})-?W(\d\d?)$/,
    ([year = 0, week = 0]) => weekOfYear(year, week) ?? `a week that ${year} has; weeks are ISO 8601's`,
  ],
  [
    /^(\d{4})-(\d\d)-(\d\d)$/,
    ([year = 0, month = 0, day = 0]) => dayOf(year, month, day) ?? "a day of the calendar",
  ],
  [/^(\d{4})-D(\d{3})$/, ([year = 0, day = 0]) => dayOfYear(year, day)],
  [/^(\d{4})\/(\d\d|\d{4})$/, financialYear],
  [/^(\d{4})(?:–|-)(\d{4})$/, years],
  [/^(\d{4})–(\d\d)$/, years],
  [/^(\d{4})-(\d\d)-01\/P(\d+)Y$/, timeRange],
];

/**
 * A period from SDMX's time formats and from what national offices print, in one canonical form: `2022`, `2022-Q3`,
 * `2022 Q3`, `2022-H1`, `2022-03`, `2022-M03`, `2022-W05`, `2022-03-14`, `2011/12`, `2003–05`, `2011-04-01/P1Y`.
 * Throws `PeriodError` naming the text and what was expected.
 */
export function readPeriod(text: PeriodText, style: PeriodStyle = {}): TimePeriod {
  const spelled = String(text).trim();
  for (const [pattern, read] of spellings) {
    const found = pattern.exec(spelled);
    if (!found) continue;
    const period = read(found.slice(1).map(Number), style);
    if (typeof period === "string") throw new PeriodError(`no such period: ${spelled}; expected ${period}`);
    return period;
  }
  throw new PeriodError(
    `not a period: ${spelled.slice(0, 40) || "(empty)"}; expected a year, half-year, quarter, month, week, day or financial year such as 2022, 2022-S1, 2022-Q3, 2022-03, 2022-W05, 2022-03-14 or 2011/12`,
  );
}

export type PeriodText = string | number;

function part(grain: "half-year" | "trimester" | "quarter" | "month", most: number): Reading {
  return ([year = 0, number = 0]) =>
    number >= 1 && number <= most ? partOfYear(grain, year, number) : `${grain} 1 to ${most} of a year`;
}

/** SDMX's text comes first: `2003-05` is a month, unless the office is known to print years together. */
function monthOrYears([year = 0, number = 0]: readonly number[], style: PeriodStyle): TimePeriod | string {
  return style.yearsTogether ? years([year, number]) : part("month", 12)([year, number], style);
}

function years([year = 0, end = 0]: readonly number[]): TimePeriod | string {
  const last = fullYear(year, end);
  return last > year && last - year < 100
    ? yearsTogether(year, last - year + 1)
    : "a last year after the first";
}

function financialYear(
  [year = 0, end = 0]: readonly number[],
  { firstMonth }: PeriodStyle,
): TimePeriod | string {
  if (fullYear(year, end) !== year + 1)
    return `two years that follow one another, such as ${year}/${short(year + 1)}`;
  if (firstMonth === undefined)
    return `a calendar year, or the month with which such years begin, as firstMonth beside the figures' structure`;
  return firstMonth === 1
    ? `${year}: a year that begins in January is written so`
    : yearFrom(year, firstMonth);
}

function timeRange([year = 0, month = 0, count = 0]: readonly number[]): TimePeriod | string {
  if (month < 1 || month > 12) return "a month from 01 to 12";
  if (count === 1) return yearFrom(year, month);
  return month === 1 && count > 0 && count < 100
    ? yearsTogether(year, count)
    : "one year from any month, or up to 99 calendar years";
}

function dayOfYear(year: number, day: number): TimePeriod | string {
  const number = (dayNumber(year, 1, 1) ?? 0) + day - 1;
  const [ofYear = 0, month = 0, ofMonth = 0] = isoDay(number).split("-").map(Number);
  return (ofYear === year && dayOf(year, month, ofMonth)) || `a day that ${year} has`;
}

/** The year that two digits after another year stand for: `1999/00` ends in 2000; in the next century only if that is near. */
function fullYear(start: number, end: number): number {
  if (end >= 100) return end;
  const same = start - (start % 100) + end;
  return same <= start && same + 100 - start < 20 ? same + 100 : same;
}

function short(year: number): string {
  return String(year % 100).padStart(2, "0");
}
