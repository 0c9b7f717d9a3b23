import { timePeriod } from "./order.ts";
import type { PeriodCode, TimePeriod } from "./time-period.ts";

/** Words of a language for periods that `Intl` has none for; each may use `{year}` and `{part}`. */
export interface PeriodWords {
  readonly quarter: string;
  readonly trimester: string;
  readonly halfYear: string;
  readonly week: string;
}

/** SDMX's own signs, for readers whose language brought no words. */
export const plainPeriodWords: PeriodWords = {
  quarter: "{year} Q{part}",
  trimester: "{year} T{part}",
  halfYear: "{year} H{part}",
  week: "{year} W{part}",
};

/** A period in words: `2017`, `March 2022`, `2022 Q3`, `14 March 2022`, `2011/12`, `2003–2005`. `locale` is a BCP 47 tag. */
export function periodLabel(code: PeriodCode, locale: string, words: PeriodWords = plainPeriodWords): string {
  if (typeof code === "number") return String(code);
  const period = timePeriod(code);
  const year = yearOf(period.first);
  switch (period.grain) {
    case "financial-year":
      return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
    case "years":
      return `${year}–${yearOf(period.last)}`;
    case "month":
      return date(period.first, locale, { year: "numeric", month: "long" });
    case "day":
      return date(period.first, locale, { year: "numeric", month: "long", day: "numeric" });
    case "week":
      return fill(words.week, period, 2);
    case "quarter":
      return fill(words.quarter, period, 1);
    case "trimester":
      return fill(words.trimester, period, 1);
    default:
      return fill(words.halfYear, period, 1);
  }
}

function fill(pattern: string, { period }: TimePeriod, digits: number): string {
  const text = String(period);
  return pattern
    .replaceAll("{year}", text.slice(0, 4))
    .replaceAll("{part}", String(Number(text.slice(-digits))));
}

function date(day: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC", calendar: "gregory" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
