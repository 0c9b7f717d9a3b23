import type { ChartOptions } from "@yeelen/charts/dot";
import { answerOf, type ChartCase } from "./case.ts";
import { detected, totals } from "./detected.ts";

/** Two years, or two groups, side by side. */
export const dotCases: readonly ChartCase<ChartOptions>[] = [
  {
    name: "two-years",
    promise: "2017 against 2022 for each country; what is missing stands in a lane of its own.",
    answer: answerOf(
      { indicator: "victims-detected", areas: Object.keys(totals), period: [2017, 2022] },
      Object.fromEntries(
        Object.entries(totals).map(([area, line]) => [area, line.split(" ").slice(10).join(" ")]),
      ),
      detected,
    ),
    about: detected,
    options: { chosen: "MAR" },
  },
  {
    name: "by-sex",
    promise: "Female and male in one year, country by country.",
    answer: answerOf(
      { indicator: "victims-detected", areas: ["COL", "MLI", "NPL"], period: [2018, 2018], by: ["sex"] },
      { "COL.F": "80", "COL.M": "33", "MLI.F": "9", "MLI.M": "<", "NPL.F": "427", "NPL.M": "119" },
      detected,
    ),
    about: detected,
  },
];
