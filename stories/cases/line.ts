import type { ChartOptions, Messages } from "@yeelen/charts/line";
import type { Answer } from "@yeelen/dataset/plain";
import arabic from "@yeelen/charts/messages/ar.json";
import { answerOf, type ChartCase } from "./case.ts";
import { detected, totals } from "./detected.ts";

const ar: Messages = arabic;
const period: [number, number] = [2007, 2022];

function totalsOf(...areas: (keyof typeof totals)[]) {
  return answerOf(
    { indicator: "victims-detected", areas, period },
    Object.fromEntries(areas.map((area) => [area, totals[area]])),
    detected,
  );
}

const all = Object.keys(totals) as (keyof typeof totals)[];
const totalsOfMali = totalsOf("MLI");
const rates: Answer = {
  ...totalsOfMali,
  query: { ...totalsOfMali.query, measure: "rate" },
  rows: totalsOfMali.rows.map((row) =>
    row.period === 2018
      ? { ...row, value: 0.0681, low: 0.0681, high: 0.0681 }
      : row.period === 2016
        ? { ...row, value: null, low: 0, high: 0.0223, absence: "suppressed" }
        : { ...row, value: null, low: null, high: null, absence: "not-reported" },
  ),
};
const hostile: Answer = {
  ...totalsOfMali,
  provenance: {
    ...totalsOfMali.provenance,
    sources: [
      {
        publisher: '"><svg onload=alert(1)>',
        title: "A title",
        release: "2025",
        licence: "none",
        url: "javascript:alert(1)",
      },
    ],
  },
};

/** The line chart, each with what it must show. */
export const lineCases: readonly ChartCase<ChartOptions>[] = [
  {
    name: "many-series",
    promise: "One country in accent, the others in grey, all labelled, Pakistan in its own panel.",
    answer: totalsOf(...all),
    about: detected,
    options: { chosen: "MLI" },
  },
  {
    name: "many-series-none-chosen",
    promise: "All in grey, none missing its name.",
    answer: totalsOf(...all.filter((area) => area !== "PAK")),
    about: detected,
  },
  {
    name: "one-series",
    promise: "A full series with every year marked.",
    answer: totalsOf("COL"),
    about: detected,
  },
  {
    name: "gaps",
    promise: "Mali reported in six years of sixteen: points, and no line across what is not known.",
    answer: totalsOf("MLI"),
    about: detected,
  },
  {
    name: "suppressed",
    promise: "Senegal's hidden figures are hatched below the axis, never at a height.",
    answer: totalsOf("SEN"),
    about: detected,
  },
  {
    name: "outlier",
    promise: "Pakistan neither flattens its neighbours nor disappears.",
    answer: totalsOf("PAK", "NPL", "KGZ", "LAO"),
    about: detected,
    options: { chosen: "PAK" },
  },
  {
    name: "by-sex",
    promise: "Two series told apart by name and colour; the hidden years of one only.",
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
    promise: "Forms of exploitation, one of them contradictory in its source.",
    answer: answerOf(
      { indicator: "victims-by-exploitation", areas: ["UKR"], period: [2007, 2022], by: ["exploitation"] },
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
    name: "break",
    promise: "The line stops where the way of counting changed, and the note says so.",
    answer: totalsOf("BRA"),
    about: detected,
  },
  {
    name: "single-year",
    promise: "One year, no line: a point for each country and the names beside them.",
    answer: answerOf(
      { indicator: "victims-detected", areas: ["BLR", "COL", "MLI", "NER", "SEN"], period: [2018, 2018] },
      { BLR: "142", COL: "113", MLI: "13", NER: "60", SEN: "6" },
      detected,
    ),
    about: detected,
    options: { chosen: "NER" },
  },
  {
    name: "right-to-left",
    promise: "Arabic: words from the right, years from the left, numerals of the language.",
    answer: totalsOf("MAR", "EGY", "MLI"),
    about: detected,
    options: { messages: ar, chosen: "EGY" },
  },
  {
    name: "rate",
    promise: "Rates keep three significant figures; hidden ones keep a range.",
    answer: rates,
    about: detected,
  },
  {
    name: "hostile-names",
    promise: "Markup in a label, a title, an address stays text.",
    answer: hostile,
    about: { ...detected, title: '<script>alert(1)</script> & "detected"' },
    options: { names: { MLI: "<img src=x onerror=alert(1)>" } },
  },
  {
    name: "no-data",
    promise: "Nothing was reported; the frame says so and invents nothing.",
    answer: answerOf(
      { indicator: "victims-detected", areas: ["PAK"], period: [2007, 2016] },
      { PAK: ". . . . . . . . . ." },
      detected,
    ),
    about: detected,
  },
];
