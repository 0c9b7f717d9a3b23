import type { ChartOptions } from "@yeelen/charts/matrix";
import { answerOf, type ChartCase } from "./case.ts";
import { detected, totals } from "./detected.ts";

const all = answerOf(
  { indicator: "victims-detected", areas: Object.keys(totals), period: [2007, 2022] },
  totals,
  detected,
);

/** Which years have a figure. */
export const matrixCases: readonly ChartCase<ChartOptions>[] = [
  {
    name: "completeness",
    promise: "Fourteen countries by sixteen years: filled, hatched or empty.",
    answer: all,
    about: detected,
    options: { chosen: "MLI" },
  },
];

/** A panel for each country. */
export const multiplesCases: readonly ChartCase<ChartOptions>[] = [
  {
    name: "countries",
    promise: "One scale for all, one of its own for Pakistan.",
    answer: all,
    about: detected,
    options: { chosen: "MLI" },
  },
  {
    name: "by-sex",
    promise: "Two series in each panel.",
    answer: answerOf(
      { indicator: "victims-detected", areas: ["COL", "NPL"], period: [2007, 2022], by: ["sex"] },
      {
        "COL.F": "53 47 48 47 20 32 46 24 34 65 87 80 110 84 149 134",
        "COL.M": "13 6 5 6 < < 14 17 < 11 11 33 14 15 32 26",
        "NPL.F": ". 120 173 . . . 203 199 . 352 308 427 264 294 282 .",
        "NPL.M": ". 25 24 . . . . . . < < 119 15 1078 12 .",
      },
      detected,
    ),
    about: detected,
  },
];
