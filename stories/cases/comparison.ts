import type { ComparisonOptions } from "@yeelen/charts/matrix/comparison";
import type { ComparedAbout, Comparison } from "@yeelen/dataset/plain";
import { compareAnswers } from "@yeelen/query/views";
import convictedIndicator from "../../data/indicators/convicted.json" with { type: "json" };
import prosecutedIndicator from "../../data/indicators/prosecuted.json" with { type: "json" };
import smugglingIndicator from "../../data/indicators/smuggling-offences.json" with { type: "json" };
import { answerOf, type Figures } from "./case.ts";
import { detected } from "./detected.ts";

export interface ComparisonCase {
  readonly name: string;
  readonly promise: string;
  readonly comparison: Comparison;
  readonly options?: ComparisonOptions;
}

type Catalogued = Omit<ComparedAbout, "period" | "protection" | "sources"> & { readonly id: string };

/** Figures of 2018 to 2022, as the publishers have them. */
const figures: Readonly<Record<string, Readonly<Record<string, Figures>>>> = {
  prosecuted: {
    BLR: "39 48 38 35 40",
    COL: "159 78 123 108 37",
    EGY: "75 137 . 80 .",
    MAR: "231 307 138 127 153",
    MLI: "17 . . . .",
    PAK: ". < 46 405 1104",
    SEN: "9 19 9 < 10",
  },
  convicted: {
    BLR: "41 39 . . .",
    COL: "28 28 5 9 <",
    EGY: "88 67 . 25 .",
    MAR: "76 . . . 102",
    MLI: "< . . . .",
    PAK: ". < < < 105",
    SEN: "5 19 9 < 10",
  },
  "smuggling-offences": {
    BLR: "78 56 . . .",
    COL: "63 45 32 184 162",
    EGY: ". . . . .",
    MAR: ". . 2800 1290 1514",
    MLI: ". . . . .",
    PAK: ". . . . .",
    SEN: ". . . . .",
  },
};

function compared(indicators: readonly object[]): Comparison {
  return compareAnswers(
    indicators.map((indicator) => {
      const { id, ...about } = indicator as Catalogued;
      const lines = figures[id] ?? {};
      const full = {
        ...about,
        period: [2018, 2022],
        protection: "",
        sources: detected.sources,
      } as ComparedAbout;
      const query = { indicator: id, areas: Object.keys(lines), period: [2018, 2022] as [number, number] };
      const answer = answerOf(query, lines, full);
      const broken = full.breaks.flatMap(({ area, period, reason: text }) =>
        area in lines ? [{ code: "break" as const, text, area, period }] : [],
      );
      return { ...answer, notes: [...answer.notes, ...broken], about: full };
    }),
  );
}

/** Several indicators of several countries. */
export const comparisonCases: readonly ComparisonCase[] = [
  {
    name: "indicators",
    promise: "Three indicators, each shaded for itself; the warnings stand first among the notes.",
    comparison: compared([prosecutedIndicator, convictedIndicator, smugglingIndicator]),
    options: { chosen: "MLI" },
  },
  {
    name: "indicators-completeness",
    promise: "How many of the years have a figure.",
    comparison: compared([prosecutedIndicator, convictedIndicator, smugglingIndicator]),
    options: { show: "completeness" },
  },
];

/** Two indicators that compare: no warning but of the break. */
export const comparable = compared([prosecutedIndicator, convictedIndicator]);
