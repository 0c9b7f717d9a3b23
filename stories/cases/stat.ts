import type { ChartOptions } from "@yeelen/charts/stat";
import { answerOf, type ChartCase } from "./case.ts";
import { detected, totals } from "./detected.ts";

const period: [number, number] = [2007, 2022];
const one = (area: keyof typeof totals) =>
  answerOf({ indicator: "victims-detected", areas: [area], period }, { [area]: totals[area] }, detected);

/** One figure. */
export const statCases: readonly ChartCase<ChartOptions>[] = [
  { name: "latest", promise: "A number, its year, and the one before.", answer: one("MLI"), about: detected },
  {
    name: "suppressed",
    promise: "A hidden figure in words, no smaller and no larger than it is.",
    answer: answerOf(
      { indicator: "victims-detected", areas: ["KGZ"], period: [2017, 2017] },
      { KGZ: "<" },
      detected,
    ),
    about: detected,
  },
  {
    name: "not-reported",
    promise: "No figure, and why.",
    answer: answerOf(
      { indicator: "victims-detected", areas: ["MLI"], period: [2011, 2011] },
      { MLI: "." },
      detected,
    ),
    about: detected,
  },
  {
    name: "extreme",
    promise: "Thirty-two thousand, and no comparison across a change of counting.",
    answer: one("PAK"),
    about: detected,
  },
  {
    name: "zero",
    promise: "A zero is a figure.",
    answer: answerOf(
      { indicator: "victims-detected", areas: ["LAO"], period: [2021, 2022] },
      { LAO: "7 0" },
      detected,
    ),
    about: detected,
  },
];
