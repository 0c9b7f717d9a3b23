import type { Answer, AnswerRow, Measure } from "@yeelen/dataset/plain";
import type { Teller } from "../language/teller.ts";
import { codeName, figure } from "./phrase.ts";

/** One figure of a checked address, and the same in the release that stands in its place. */
export interface CheckedLine {
  readonly area: string;
  readonly year: number;
  /** `female, under 18`; nothing for a total. */
  readonly parts: string;
  readonly figure: string;
  /** Null where the newer release has no such row. */
  readonly now: string | null;
  readonly changed: boolean;
}

type Part = "sex" | "age" | "exploitation" | "counterpart";
const parts: readonly Part[] = ["sex", "age", "exploitation", "counterpart"];

/** The rows of an answer as a reader has them, beside those of a newer release where there is one. */
export function checkedLines(before: Answer, now: Answer | null, t: Teller): readonly CheckedLine[] {
  const measure = before.query.measure ?? "value";
  // the newest year of each country may be another one by now
  const keyOf =
    before.query.period === "latest" ? placeOf : (row: AnswerRow) => `${row.period} ${placeOf(row)}`;
  const newer = new Map(now?.rows.map((row) => [keyOf(row), row]));
  return before.rows.map((row) => {
    const other = newer.get(keyOf(row));
    const year = other && other.period !== row.period ? ` (${other.period})` : "";
    return {
      area: t.area(row.area),
      year: row.period,
      parts: parts
        .flatMap((part) => {
          const code = row[part];
          if (code === undefined || code === "T") return [];
          return [part === "counterpart" ? t.area(code) : codeName(part, code, t)];
        })
        .join(`${t.say("site.comma")} `),
      figure: measured(row, measure, t),
      now: other ? measured(other, measure, t) + year : null,
      changed: now !== null && (!other || year !== "" || sayOf(other) !== sayOf(row)),
    };
  });
}

/** A figure as its measure is written: a count whole, a share in percent, all else to four decimals. */
export function measured(row: AnswerRow, measure: Measure, t: Teller): string {
  if (measure === "value") return figure(row, t);
  const text = (value: number) =>
    measure === "share" ? `${t.number(value * 100, 2)} %` : t.number(value, 4);
  if (row.value !== null) return text(row.value);
  if (row.low !== null && row.high !== null)
    return t.say("figure.between", { low: text(row.low), high: text(row.high) });
  return t.say(`absence.${row.absence ?? "not-reported"}`);
}

function placeOf(row: AnswerRow): string {
  return [row.area, ...parts.map((part) => row[part] ?? "T")].join(" ");
}

function sayOf({ value, low, high, absence }: AnswerRow): string {
  return JSON.stringify([value, low, high, absence]);
}
