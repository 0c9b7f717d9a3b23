import type { ChartOptions } from "@yeelen/charts/stack";
import { answerOf, type ChartCase } from "./case.ts";
import { detected } from "./detected.ts";

const period: [number, number] = [2007, 2022];

/** Composition over years. */
export const stackCases: readonly ChartCase<ChartOptions>[] = [
  {
    name: "by-sex",
    promise:
      "Female and male stacked; a stack with a hidden part ends in dashes, at no height that would tell of it.",
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
  {
    name: "hidden-parts",
    promise: "A year with a hidden part is told from a complete one, and not by any height.",
    answer: answerOf(
      { indicator: "victims-detected", areas: ["NER"], period: [2018, 2022], by: ["age"] },
      { "NER.GE18": "52 < < 42 .", "NER.LT18": "8 18 < < .", "NER.U": "0 < < 3 ." },
      detected,
    ),
    about: detected,
  },
  {
    name: "nothing-to-draw",
    promise: "Parts that were hidden or never reported: no stack, and a sentence.",
    answer: answerOf(
      { indicator: "victims-detected", areas: ["SEN"], period: [2018, 2022], by: ["sex"] },
      { "SEN.F": ". < < . .", "SEN.M": ". < x . ." },
      detected,
    ),
    about: detected,
  },
  {
    name: "one-year",
    promise: "A single year: one stack, no wider than it must be.",
    answer: answerOf(
      { indicator: "victims-by-exploitation", areas: ["ZAF"], period: [2022, 2022], by: ["exploitation"] },
      { "ZAF.SEX": "21", "ZAF.LABOUR": "11", "ZAF.ORGAN": "0", "ZAF.OTHER": "<" },
      detected,
    ),
    about: detected,
  },
];
