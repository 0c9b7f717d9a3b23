import type { ChartOptions } from "@yeelen/charts/stack";
import { answerOf, type ChartCase } from "./case.ts";
import { detected } from "./detected.ts";

const period: [number, number] = [2007, 2022];

/** Composition over years. */
export const stackCases: readonly ChartCase<ChartOptions>[] = [
  {
    name: "by-sex",
    promise: "Female and male stacked; a hidden part caps its stack at a fixed size.",
    answer: answerOf(
      { indicator: "victims-detected", areas: ["COL"], period, by: ["sex"] },
      {
        "COL.F": "53 47 48 47 20 32 46 24 34 65 87 80 110 84 149 134",
        "COL.M": "13 6 5 6 < < 14 17 < 11 11 33 14 15 32 26",
      },
      detected,
    ),
    about: detected,
  },
  {
    name: "by-exploitation",
    promise: "Three forms, gaps and contradictions: nothing is summed over what is not known.",
    answer: answerOf(
      { indicator: "victims-by-exploitation", areas: ["UKR"], period, by: ["exploitation"] },
      {
        "UKR.SEX": "581 392 397 x x x 78 < 13 25 46 84 70 34 . .",
        "UKR.LABOUR": "500 404 337 x x x . 14 52 71 136 1088 1255 1630 . .",
        "UKR.OTHER": "37 31 39 < 25 < . 10 17 13 14 20 11 72 < <",
      },
      detected,
    ),
    about: detected,
  },
];
