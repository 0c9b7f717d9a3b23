import type { AnswerRow } from "@yeelen/dataset/plain";
import type { Teller } from "../language/teller.ts";
import { isKnown } from "./reading.ts";
import type { Asked } from "./told.ts";

/** A statement about all countries that holds whatever their definitions: it counts countries, it adds no persons. */
export interface Finding {
  readonly figure: string;
  readonly text: string;
  readonly indicator: string;
}

/** Three findings from answers that hold all areas and years: totals; by sex; convictions. */
export function findings(detected: Asked, bySex: Asked, convicted: Asked, t: Teller): readonly Finding[] {
  return [reported(detected, t), female(bySex, t), everKnown(convicted, t)];
}

function reported({ answer, about }: Asked, t: Teller): Finding {
  const year = about.period[1];
  const known = answer.rows.filter((row) => row.period === year && isKnown(row)).length;
  const values = { ...counted(known, areasOf(answer.rows).length, t), year: String(year) };
  return {
    figure: t.say("finding.coverage.figure", values),
    text: t.say("finding.coverage", values),
    indicator: answer.query.indicator,
  };
}

/** In the latest year for which both sexes are known, more women and girls than men and boys; withheld figures decide only by their range. */
function female({ answer }: Asked, t: Teller): Finding {
  const latest = new Map<string, { readonly period: number; readonly more: boolean }>();
  for (const women of answer.rows.filter((row) => row.sex === "F" && isKnown(row))) {
    const men = answer.rows.find(
      (row) => row.sex === "M" && row.area === women.area && row.period === women.period && isKnown(row),
    );
    if (!men || women.low === null || women.high === null || men.low === null || men.high === null) continue;
    const decided = women.low > men.high || women.high <= men.low;
    if (decided && women.period > (latest.get(women.area)?.period ?? 0))
      latest.set(women.area, { period: women.period, more: women.low > men.high });
  }
  const known = [...latest.values()].filter(({ more }) => more).length;
  const values = counted(known, latest.size, t);
  return {
    figure: t.say("finding.female.figure", values),
    text: t.say("finding.female", values),
    indicator: answer.query.indicator,
  };
}

function everKnown({ answer, about }: Asked, t: Teller): Finding {
  const known = areasOf(
    answer.rows.filter(
      (row) => (row.value !== null && row.value > 0) || (row.value === null && (row.low ?? 0) > 0),
    ),
  ).length;
  const values = { ...counted(known, areasOf(answer.rows).length, t), since: String(about.period[0]) };
  return {
    figure: t.say("finding.convicted.figure", values),
    text: t.say("finding.convicted", values),
    indicator: answer.query.indicator,
  };
}

/** "9 of 14 countries have": the noun agrees with all, the verb with those known. */
function counted(known: number, all: number, t: Teller) {
  return { known, all, count: known, countries: t.say("finding.countries", { count: all }) };
}

function areasOf(rows: readonly AnswerRow[]): readonly string[] {
  return [...new Set(rows.map((row) => row.area))];
}
