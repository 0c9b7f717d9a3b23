import type { ChartOptions } from "@yeelen/charts";
import { answerOf, type ChartCase } from "./case.ts";
import { detected } from "./detected.ts";

const period: [number, number] = [2018, 2022];

/** What every chart of figures by country must bear, real or not: nothing to draw, zeros, one country, names without end. */
export const extremeCases: readonly ChartCase<ChartOptions>[] = [
  {
    name: "nothing-to-draw",
    promise: "Three countries without any figure, each for another reason: said so, and nothing invented.",
    answer: answerOf(
      { indicator: "victims-detected", areas: ["MLI", "SEN", "UKR"], period },
      { MLI: ". . . . .", SEN: ". < < . .", UKR: "x x . . ." },
      detected,
    ),
    about: detected,
  },
  {
    name: "zeros",
    promise: "A zero is a figure: drawn on the axis, and told from what was not reported.",
    answer: answerOf(
      { indicator: "victims-detected", areas: ["LAO", "MLI", "NER"], period },
      { LAO: "0 0 0 0 0", MLI: "0 . 0 . 0", NER: ". . . . ." },
      detected,
    ),
    about: detected,
  },
  {
    name: "one-country",
    promise: "One country, one year of five.",
    answer: answerOf(
      { indicator: "victims-detected", areas: ["ZAF"], period },
      { ZAF: ". . < . 32" },
      detected,
    ),
    about: detected,
  },
  {
    name: "long-names",
    promise: "Names of many words are set in lines; a word without end is not cut off.",
    answer: answerOf(
      { indicator: "victims-detected", areas: ["BRA", "LAO", "PAK", "ZAF"], period },
      { BRA: "101 66 19 142 539", LAO: "7 . < 12 9", PAK: ". 32022 20045 21253 26539", ZAF: "96 . < 21 32" },
      detected,
    ),
    about: detected,
    options: {
      names: {
        BRA: "República Federativa do Brasil",
        LAO: "Лаосская Народно-Демократическая Республика",
        PAK: "Islamic Republic of Pakistan and its provinces",
        ZAF: "Südafrikanischerepublikbundesland",
      },
    },
  },
];
