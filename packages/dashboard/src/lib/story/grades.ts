import type { AnswerRow } from "@yeelen/dataset/plain";
import { isKnown, latestKnown } from "./reading.ts";

export type Grade = "good" | "fair" | "poor";

/** How much of a series there is: the share of the years asked for that have a figure, withheld ones included. */
export function completeness(rows: readonly AnswerRow[]): Grade {
  const share = rows.length === 0 ? 0 : rows.filter(isKnown).length / rows.length;
  return share >= 0.8 ? "good" : share >= 0.4 ? "fair" : "poor";
}

/** How far the latest figure lies behind the last year of the release. */
export function timeliness(rows: readonly AnswerRow[], last: number): Grade {
  const latest = latestKnown(rows);
  if (!latest) return "poor";
  const behind = last - latest.period;
  return behind <= 0 ? "good" : behind <= 2 ? "fair" : "poor";
}
