import { seenLabel } from "./labels.ts";
import { fillerWords, monthWords, partWords, romanMonths } from "./monthWords.ts";

/** A text as it is compared: as it is seen, in the digits 0–9, Arabic letters in one form. */
export function plainText(text: string): string {
  return seenLabel(text)
    .replace(/\p{Nd}/gu, digit)
    .replace(/[\u064b-\u065f\u0640]/g, "")
    .replace(/[أإآ]/g, "ا");
}

// Digits of any script stand in runs of ten, 0 first.
function digit(character: string): string {
  const code = character.codePointAt(0)!;
  let place = 0;
  while (place < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - place - 1))) place++;
  return String(place);
}

/** Whether a plain text is by itself a date finer than a year, however it is written. */
export function isDateText(plain: string): boolean {
  // The letters of a time of day: 10:00Z, T10:00, 10:30 pm.
  const text = plain.replace(/(?<=\d\s?)(t|z|am|pm|utc|gmt)(?!\p{L})/gu, " ").trim();
  const words = text.match(/\p{L}+/gu) ?? [];
  const numbers = text.match(/\d+/g) ?? [];
  if (numbers.length === 0) return words.length > 0 && words.every(isLongMonth);
  if (words.length === 0) return isDateOfDigits(text, numbers);
  if (words.some((word) => monthWords.has(word))) return isDateOfMonth(words, numbers);
  if (/^\d{4}年\d{1,2}月/.test(text)) return true;
  const years = numbers.filter(isYear).length;
  if (
    years === 0 ||
    !words.every((word) => [fillerWords, partWords, romanMonths].some((set) => set.has(word)))
  )
    return false;
  // 2021-W10, Q1 2021; and 12.V.2021
  const isPart = numbers.length === 2 && words.some((word) => partWords.has(word));
  return isPart || words.filter((word) => romanMonths.has(word)).length === 1;
}

// `May` may be a name, and `Mars` a place: alone they are months only where they are months in full.
function isLongMonth(word: string): boolean {
  return monthWords.has(word) && word.length > 4;
}

function isDateOfMonth(words: readonly string[], numbers: readonly string[]): boolean {
  if (numbers.some(isYear)) return true;
  return words.every((word) => monthWords.has(word) || fillerWords.has(word));
}

// Years as they are in registers, and those of the Hijri and the Persian calendar.
function isYear(number: string): boolean {
  const year = Number(number);
  return number.length === 4 && ((year >= 1900 && year <= 2199) || (year >= 1300 && year <= 1499));
}

function isDateOfDigits(text: string, numbers: readonly string[]): boolean {
  const [a = "", b = "", c = ""] = numbers;
  const month = (number: string): boolean => within(number, 1, 12);
  const day = (number: string): boolean => within(number, 1, 31);
  if (isCompactDay(a) && text.startsWith(a)) return true;
  if (numbers.length === 1) return false;
  if (!/^\d+([-/.,:|\s_]+\d+)+\D*$/.test(text.replaceAll("+", " "))) return false;
  if (isYear(a) && numbers.length === 2) {
    // a part of a year in decimals, the day of a year, or a month; 2019-20 is a season and stays a year
    if (/^\d{4}[.,]\d+$/.test(text)) return true;
    return (month(b) && b.length <= 2) || (b.length === 3 && within(b, 1, 366));
  }
  if (numbers.length === 2) return isYear(b) && month(a);
  if (isYear(a)) return (month(b) && day(c)) || (day(b) && month(c));
  const dayAndMonth = (month(a) && day(b)) || (day(a) && month(b));
  if (isYear(c) || /^\d{4}[\s,T]/.test(c)) return dayAndMonth;
  const yearFirst = a.length === 2 && month(b) && day(c);
  return (
    numbers.length <= 6 &&
    [a, b, c].every((part) => part.length <= 2) &&
    c.length === 2 &&
    (dayAndMonth || yearFirst)
  );
}

// 20210512, 12052021, 05122021, and the same with a time behind
function isCompactDay(number: string): boolean {
  if (![8, 12, 14].includes(number.length)) return false;
  const part = (from: number, to: number): string => number.slice(from, to);
  const yearFirst = isYear(part(0, 4)) && within(part(4, 6), 1, 12) && within(part(6, 8), 1, 31);
  if (number.length > 8) return yearFirst;
  const dayFirst = within(part(0, 2), 1, 31) && within(part(2, 4), 1, 12);
  const monthFirst = within(part(0, 2), 1, 12) && within(part(2, 4), 1, 31);
  return yearFirst || (isYear(part(4, 8)) && (dayFirst || monthFirst));
}

function within(number: string, least: number, most: number): boolean {
  return Number(number) >= least && Number(number) <= most;
}
