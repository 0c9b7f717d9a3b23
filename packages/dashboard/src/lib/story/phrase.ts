import type { AnswerRow } from "@yeelen/dataset/plain";
import type { MessageKey } from "../language/messages.ts";
import type { Teller } from "../language/teller.ts";
import { yearRuns } from "./reading.ts";

/** A figure as prose has it: `1,192`, `fewer than 5`, or why there is none: `not reported`. */
export function figure(row: AnswerRow, t: Teller): string {
  if (row.value !== null) return t.number(row.value);
  if (row.absence === "suppressed" && row.high !== null)
    return row.low !== null && row.low > 1
      ? t.say("figure.between", { low: row.low, high: row.high })
      : t.say("figure.fewer", { n: row.high + 1 });
  return t.say(`absence.${row.absence ?? "not-reported"}`);
}

/** The number that picks the plural form: the figure itself, or the number after `fewer than`. */
export function countOf(row: AnswerRow): number {
  return row.value ?? (row.high === null ? 0 : row.high + 1);
}

/** `13 detected victims`, `fewer than 5 detected victims`; the indicator's own unit where no phrase is kept for it. */
export function quantity(
  row: AnswerRow,
  unit: { readonly id: string; readonly one: string; readonly other: string },
  t: Teller,
): string {
  const count = countOf(row);
  const key = `unit.${unit.id}`;
  if (t.has(key)) return t.say(key, { count, n: figure(row, t) });
  return `${figure(row, t)} ${count === 1 ? unit.one : unit.other}`;
}

/** `2003, 2005–2007 and 2010`. */
export function years(periods: readonly number[], t: Teller): string {
  return t.list(
    yearRuns(periods).map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)),
  );
}

/** The phrase for a code of a closed dimension: `female`, `forced labour`. */
export function codeName(dimension: string, code: string, t: Teller): string {
  const key: string = `code.${dimension}.${code}`;
  return t.has(key) ? t.say(key as MessageKey) : code;
}
