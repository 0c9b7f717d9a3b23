import { readPeriod } from "./read-period.ts";
import { monthsOf } from "./grains.ts";
import { atOrdinal, type PeriodCode, type TimePeriod } from "./time-period.ts";

const known = new Map<PeriodCode, TimePeriod>();

/** All that follows from a period as rows hold it. Throws `PeriodError` for what is none. */
export function timePeriod(code: PeriodCode): TimePeriod {
  let period = known.get(code);
  if (!period) {
    period = readPeriod(code);
    if (known.size < 10_000) known.set(code, period);
  }
  return period;
}

/** Negative where `a` comes before `b`: by first day, then by last day. */
export function comparePeriods(a: PeriodCode, b: PeriodCode): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [one, other] = [timePeriod(a), timePeriod(b)];
  return compare(one.first, other.first) || compare(one.last, other.last);
}

/** Whether both are of one series: figures of two grains are never joined. */
export function sameGrain(a: PeriodCode, b: PeriodCode): boolean {
  return seriesOf(timePeriod(a)) === seriesOf(timePeriod(b));
}

/** The grain with all that tells its series from others: `month`, `financial-year from 4`, `years 3`. */
export function seriesOf({ grain, firstMonth, years }: TimePeriod): string {
  if (firstMonth !== undefined) return `${grain} from ${firstMonth}`;
  return years === undefined ? grain : `${grain} ${years}`;
}

/** The period `steps` later in its series (earlier, if negative); `years` go by as many as they hold. */
export function shiftPeriod(code: PeriodCode, steps: number): PeriodCode {
  if (typeof code === "number") return code + steps;
  const period = timePeriod(code);
  return atOrdinal(period, period.ordinal + steps * (period.years ?? 1)).period;
}

/**
 * The same period a year before: a month's the same month, a quarter's the same quarter. Undefined where there is none:
 * for years together, 29 February, and a week 53 after a year of 52.
 */
export function yearBefore(code: PeriodCode): PeriodCode | undefined {
  if (typeof code === "number") return code - 1;
  const period = timePeriod(code);
  switch (period.grain) {
    case "years":
      return undefined;
    case "week":
    case "day":
      return lastYearsOwn(String(period.period));
    default:
      return atOrdinal(period, period.ordinal - 12 / monthsOf[period.grain]).period;
  }
}

function lastYearsOwn(text: string): PeriodCode | undefined {
  try {
    return readPeriod(`${Number(text.slice(0, 4)) - 1}${text.slice(4)}`).period;
  } catch {
    return undefined;
  }
}

/** Every period of the series from `first` to `last`, both included; of `years` those that follow without overlap. */
export function periodsBetween(first: PeriodCode, last: PeriodCode): PeriodCode[] {
  const [from, to] = [timePeriod(first), timePeriod(last)];
  const step = from.years ?? 1;
  const periods: PeriodCode[] = [];
  for (let ordinal = from.ordinal; ordinal <= to.ordinal; ordinal += step)
    periods.push(atOrdinal(from, ordinal).period);
  return periods;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
