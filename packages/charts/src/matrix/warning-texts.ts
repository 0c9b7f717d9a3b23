import type { Comparison } from "@yeelen/dataset/plain";
import { wordsOf } from "../figure/head.ts";
import { enComparison } from "../text/comparison-messages.ts";
import { titleOf, type ComparisonOptions } from "./comparison-model.ts";
import { comparisonWarnings } from "./comparison-warnings.ts";

/** Each warning of a comparison in the reader's language, in their order: for files, where it stands beside every figure that it concerns. */
export function warningTexts(comparison: Comparison, options: ComparisonOptions = {}): string[] {
  const { said = enComparison } = options;
  const contexts = comparison.answers.map((answer) => wordsOf(answer, answer.about, options));
  const [context] = contexts;
  if (!context) return [];
  const titles = contexts.map((_, place) => titleOf(contexts, place));
  return comparison.warnings.flatMap((warning) =>
    comparisonWarnings({ ...comparison, warnings: [warning] }, titles, said, context),
  );
}
