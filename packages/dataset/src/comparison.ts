import { z } from "zod";
import type { Answer } from "./answer.ts";
import { Indicator } from "./indicator.ts";
import { About } from "./view.ts";

/**
 * `different-crime` trafficking in persons and smuggling of migrants are told apart; `not-comparable` the catalogue says so;
 * `different-unit` two things are counted; `different-measure` a number beside a rate; `counted-differently` others
 * count, under other rules; `different-release` two states of the same figures; `break` a series stops comparing with its past.
 */
export const comparisonCodes = [
  "different-crime",
  "not-comparable",
  "different-unit",
  "different-measure",
  "counted-differently",
  "different-release",
  "break",
] as const;

/** Why figures of a comparison do not compare. `reason` is one sentence of English that has translations, `text` names the indicators too. */
export const ComparisonWarning = z.strictObject({
  code: z.enum(comparisonCodes),
  /** Places in `answers`: two, or the one whose series breaks. */
  answers: z.array(z.int()).min(1).max(2),
  /** Their indicators, in the same order; `this` of a reason is the first, `that` the second. */
  indicators: z.array(z.string()).min(1).max(2),
  reason: z.string(),
  text: z.string(),
  area: z.string().optional(),
  period: z.int().optional(),
});
export type ComparisonWarning = z.infer<typeof ComparisonWarning>;

/** What a comparison must know of an indicator. */
export const ComparedAbout = About.extend(
  Indicator.pick({ countedBy: true, comparableWith: true, notComparableWith: true }).shape,
);
export type ComparedAbout = z.infer<typeof ComparedAbout>;

/** An answer with what its indicator says of itself. */
export interface ComparedAnswer extends Answer {
  readonly about: ComparedAbout;
}

declare const judged: unique symbol;

/** Answers side by side, with all that forbids to compare them. Made by `compareAnswers` alone, so that no warning can be left out. */
export interface Comparison {
  readonly answers: readonly ComparedAnswer[];
  readonly warnings: readonly ComparisonWarning[];
  readonly [judged]: true;
}
