import type { ChartOptions, Messages } from "@yeelen/charts/bar";
import arabic from "@yeelen/charts/messages/ar.json";
import { answerOf, type ChartCase } from "./case.ts";
import { detected, totals } from "./detected.ts";

const ar: Messages = arabic;

/** Latest figures of the fourteen countries, as they stood in 2022 or before. */
const latest = answerOf(
  { indicator: "victims-detected", areas: Object.keys(totals), period: [2007, 2022] },
  totals,
  detected,
);
const in2020 = answerOf(
  { indicator: "victims-detected", areas: Object.keys(totals), period: [2020, 2020] },
  Object.fromEntries(Object.entries(totals).map(([area, line]) => [area, line.split(" ")[13] ?? ""])),
  detected,
);

/** Ranked bars. */
export const barCases: readonly ChartCase<ChartOptions>[] = [
  {
    name: "latest",
    promise: "Each country's newest figure and its year, ranked; Pakistan on its own scale.",
    answer: latest,
    about: detected,
    options: { chosen: "MLI" },
  },
  {
    name: "one-year",
    promise: "One year for all; what is hidden or was not reported is listed apart, without a length.",
    answer: in2020,
    about: detected,
    options: { chosen: "ZAF" },
  },
  {
    name: "by-exploitation",
    promise: "Forms of exploitation in one country.",
    answer: answerOf(
      { indicator: "victims-by-exploitation", areas: ["MLI"], period: [2018, 2018], by: ["exploitation"] },
      { "MLI.SEX": "<", "MLI.LABOUR": "<", "MLI.OTHER": "<" },
      { ...detected, title: "Detected victims by form of exploitation" },
    ),
    about: { ...detected, title: "Detected victims by form of exploitation" },
  },
  {
    name: "right-to-left",
    promise: "Bars grow from the right, as the words do.",
    answer: in2020,
    about: detected,
    options: { messages: ar, chosen: "EGY" },
  },
];
