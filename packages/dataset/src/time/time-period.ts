import { dayNumber, firstOfMonth, isoDay, mondayOfWeek, weekOf } from "./calendar.ts";
import { monthsOf, type Grain } from "./grains.ts";

/** A period as rows and digests hold it (SDMX TIME_PERIOD): a whole number for a calendar year, else SDMX's text. */
export type PeriodCode = number | string;

/** A period with all that follows from it. */
export interface TimePeriod {
  readonly period: PeriodCode;
  readonly grain: Grain;
  /** Its place among the periods of its series: neighbours differ by one, except that `years` may overlap. */
  readonly ordinal: number;
  /** First and last day, both within it: `2022-07-01`, `2022-09-30`. */
  readonly first: string;
  readonly last: string;
  /** Month in which it begins, 1 to 12, where the grain does not say so. */
  readonly firstMonth?: number;
  /** How many years together. */
  readonly years?: number;
}

type Step = keyof typeof monthsOf;

/** Letters of SDMX's reporting periods, by grain. */
const letters = { "half-year": "S", trimester: "T", quarter: "Q" } as const;

/** A calendar year, half-year, trimester, quarter or month; `part` counts from 1 within the year. */
export function partOfYear(grain: Exclude<Step, "financial-year">, year: number, part = 1): TimePeriod {
  const months = monthsOf[grain];
  const ordinal = (year * 12) / months + part - 1;
  const [start, end] = [firstOfMonth(year, (part - 1) * months + 1), firstOfMonth(year, part * months + 1)];
  return { period: codeOf(grain, year, part), grain, ordinal, ...days(start, end) };
}

function codeOf(grain: Exclude<Step, "financial-year">, year: number, part: number): PeriodCode {
  if (grain === "year") return year;
  if (grain === "month") return `${year}-${String(part).padStart(2, "0")}`;
  return `${year}-${letters[grain]}${part}`;
}

/** The year of twelve months that begins with `firstMonth` of `year`; a calendar year where that is January. */
export function yearFrom(year: number, firstMonth: number): TimePeriod {
  if (firstMonth === 1) return partOfYear("year", year);
  const span = days(firstOfMonth(year, firstMonth), firstOfMonth(year + 1, firstMonth));
  return { period: `${span.first}/P1Y`, grain: "financial-year", ordinal: year, firstMonth, ...span };
}

/** `years` calendar years together, from `year` on; neighbours follow one another without a common year. */
export function yearsTogether(year: number, years: number): TimePeriod {
  if (years === 1) return partOfYear("year", year);
  const span = days(firstOfMonth(year, 1), firstOfMonth(year + years, 1));
  return { period: `${span.first}/P${years}Y`, grain: "years", ordinal: year, years, ...span };
}

/** An ISO 8601 week; undefined where the year does not have it. */
export function weekOfYear(year: number, week: number): TimePeriod | undefined {
  const monday = mondayOfWeek(year, week);
  return monday === undefined ? undefined : weekFrom(monday);
}

/** One day; undefined where no calendar has it. */
export function dayOf(year: number, month: number, day: number): TimePeriod | undefined {
  const number = dayNumber(year, month, day);
  return number === undefined ? undefined : dayAt(number);
}

/** The period at another place of the same series. */
export function atOrdinal(like: TimePeriod, ordinal: number): TimePeriod {
  const { grain, firstMonth = 1, years = 1 } = like;
  if (grain === "day") return dayAt(ordinal);
  if (grain === "week") return weekFrom(7 * ordinal - 3);
  if (grain === "financial-year") return yearFrom(ordinal, firstMonth);
  if (grain === "years") return yearsTogether(ordinal, years);
  const perYear = 12 / monthsOf[grain];
  return partOfYear(grain, Math.floor(ordinal / perYear), (ordinal % perYear) + 1);
}

// day -3, a Monday, is where weeks are counted from
function weekFrom(monday: number): TimePeriod {
  const [year, week] = weekOf(monday);
  return {
    period: `${year}-W${String(week).padStart(2, "0")}`,
    grain: "week",
    ordinal: (monday + 3) / 7,
    ...days(monday, monday + 7),
  };
}

function dayAt(day: number): TimePeriod {
  return { period: isoDay(day), grain: "day", ordinal: day, ...days(day, day + 1) };
}

function days(start: number, end: number): Pick<TimePeriod, "first" | "last"> {
  return { first: isoDay(start), last: isoDay(end - 1) };
}
