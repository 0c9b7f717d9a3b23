import type { Value } from "../microdata/columns.ts";
import { isDateText, plainText } from "./dateTexts.ts";

/** Days since 1900, as spreadsheets count them: from 1970 to 2049. */
const SERIALS = [25_569, 54_788] as const;
/** Seconds since 1970: from 1971 to 2049. */
const UNIX_SECONDS = [31_536_000, 2_524_608_000] as const;
/** Seconds, milli-, micro- and nanoseconds. */
const UNIX_UNITS = [1, 1e3, 1e6, 1e9];
/** Digits that may be a date or may be a code are taken for dates where at least so many of the values are. */
const MOST = 0.9;

/**
 * Whether a column holds dates finer than a year, by its different values: as words or digits in any order and any of
 * the languages of this project, as weeks, quarters and days of the year, as spreadsheets or computers count them.
 */
export function holdsFineDates(values: readonly Value[]): boolean {
  if (values.some((value) => Object.prototype.toString.call(value) === "[object Date]")) return true;
  const texts = values.map((value) => plainText(String(value))).filter((text) => text !== "");
  if (texts.length === 0) return false;
  if (texts.some(isDateText)) return true;
  const most = (test: (text: string) => boolean): boolean => texts.filter(test).length >= MOST * texts.length;
  return most(isCompact) || areSerials(texts) || most(isUnixTime) || areShortMonths(texts);
}

/** `202105`, `210512`, `120521`, `2021132`. */
function isCompact(text: string): boolean {
  const day = (month: string, day: string): boolean => within(month, 1, 12) && within(day, 1, 31);
  if (/^\d{7}$/.test(text)) return within(text.slice(0, 4), 1900, 2099) && within(text.slice(4), 1, 366);
  if (!/^\d{6}$/.test(text)) return false;
  const [a, b, c] = [text.slice(0, 2), text.slice(2, 4), text.slice(4)];
  const yearFirst = within(text.slice(0, 4), 1900, 2099) && within(c, 1, 12);
  const yearLast = within(text.slice(2), 1900, 2099) && within(a, 1, 12);
  return yearFirst || yearLast || day(b, c) || day(b, a) || day(a, b);
}

// Round numbers are amounts or sizes; days are not round.
function areSerials(texts: readonly string[]): boolean {
  if (!texts.every((text) => /^\d{5}([.,]\d+)?$/.test(text))) return false;
  const days = texts.map((text) => Number(text.replace(",", ".")));
  return days.every((day) => day >= SERIALS[0] && day <= SERIALS[1]) && days.some((day) => day % 50 !== 0);
}

function isUnixTime(text: string): boolean {
  if (!/^\d{8,19}(\.\d+)?$/.test(text)) return false;
  return UNIX_UNITS.some((unit) => within(String(Number(text) / unit), ...UNIX_SECONDS));
}

// `21-05` or `05/21`: one side is a month throughout. Bands such as 05-09, 10-14 rise and never overlap.
function areShortMonths(texts: readonly string[]): boolean {
  const pairs = texts.map((text) => /^(\d\d)[-/.](\d\d)$/.exec(text));
  if (!pairs.every((pair) => pair !== null)) return false;
  const months = (side: 1 | 2): boolean => pairs.every((pair) => within(pair[side], 1, 12));
  if (!months(1) && !months(2)) return false;
  const bands = pairs.map((pair) => [Number(pair[1]), Number(pair[2])] as const).sort(([a], [b]) => a - b);
  return !bands.every(([from, to], i) => from < to && (i === 0 || from > bands[i - 1]![1]));
}

function within(text: string | undefined, least: number, most: number): boolean {
  const value = Number(text);
  return value >= least && value <= most;
}
