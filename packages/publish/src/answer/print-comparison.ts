import type { Comparison } from "@yeelen/dataset";
import { comparisonTable, toCsv } from "@yeelen/query/export";
import * as one from "./print-answer.ts";

/** The whole comparison: its answers, each with what its indicator says of itself, and its warnings. */
export function json(comparison: Comparison): string {
  const standing = comparison.answers.flatMap(one.standingTexts);
  return `${JSON.stringify({ ...(standing.length > 0 && { standing }), ...comparison }, null, 2)}\n`;
}

/** All figures one under the other, RFC 4180; the last column warns beside every figure that a warning concerns. */
export function csv(comparison: Comparison): string {
  return toCsv(comparisonTable(comparison));
}

/** The warnings, then each answer as a table of its own. */
export function table({ answers, warnings }: Comparison): string {
  return [
    ...warnings.map(({ text }) => `warning: ${text}\n`),
    ...(warnings.length > 0 ? ["\n"] : []),
    answers.map((answer) => `${answer.about.title}\n\n${one.table(answer)}`).join("\n"),
  ].join("");
}
