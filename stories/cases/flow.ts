import type { FlowOptions } from "@yeelen/charts/flow";
import type { FlowMapOptions } from "@yeelen/charts/flow-map";
import world from "@yeelen/charts/map/world.json";
import type { About } from "@yeelen/dataset/plain";
import { answerOf, type ChartCase } from "./case.ts";
import { detected } from "./detected.ts";

const citizenship: About = { ...detected, title: "Detected victims by citizenship" };
const assisted: About = {
  ...detected,
  title: "Identified victims by country of exploitation, for citizens of a country",
  unit: { id: "identified-victims", one: "identified victim", other: "identified victims" },
  counterpartIs: "destination",
  breaks: [],
  caveats: [
    "The records are of persons whom these organisations reached. They are no sample and no national statistic.",
  ],
  sources: [
    {
      publisher: "IOM and partners",
      title: "Counter Trafficking Data Collaborative, global k-anonymised dataset",
      release: "2021-07-15",
      licence: "terms: see publisher",
      url: "https://www.ctdatacollaborative.org/",
    },
  ],
};
const names = {
  ARE: "United Arab Emirates",
  AUT: "Austria",
  BGR: "Bulgaria",
  CYP: "Cyprus",
  POL: "Poland",
  RUS: "Russian Federation",
  VEN: "Venezuela",
  ARG: "Argentina",
  ECU: "Ecuador",
  PRY: "Paraguay",
};

/** Who comes from where. */
export const flowCases: readonly ChartCase<FlowOptions>[] = [
  {
    name: "to-one-country",
    promise:
      "Citizenship of those detected in Colombia; four hidden flows are named in the table, not drawn.",
    answer: answerOf(
      { indicator: "victims-by-citizenship", areas: ["COL"], period: [2022, 2022], by: ["counterpart"] },
      { "COL.ARG": "<", "COL.BRA": "<", "COL.COL": "96", "COL.ECU": "<", "COL.PRY": "<", "COL.VEN": "59" },
      citizenship,
    ),
    about: citizenship,
    options: { names },
  },
  {
    name: "from-two-countries",
    promise: "Where citizens of Ukraine and Belarus were exploited; thickness is the figure.",
    answer: answerOf(
      { indicator: "assisted-flows", areas: ["BLR", "UKR"], period: [2021, 2021], by: ["counterpart"] },
      {
        "BLR.ARE": "76",
        "BLR.BLR": "33",
        "BLR.CYP": "12",
        "BLR.POL": "23",
        "BLR.RUS": "800",
        "UKR.ARE": "100",
        "UKR.AUT": "24",
        "UKR.BGR": "14",
        "UKR.POL": "709",
        "UKR.RUS": "4499",
      },
      assisted,
    ),
    about: assisted,
    options: { names, chosen: "RUS" },
  },
  {
    name: "nothing-to-draw",
    promise: "All flows hidden or not reported: named, with no band.",
    answer: answerOf(
      { indicator: "victims-by-citizenship", areas: ["SEN"], period: [2021, 2021], by: ["counterpart"] },
      { "SEN.BGR": "<", "SEN.RUS": ".", "SEN.ABROAD": "<" },
      citizenship,
    ),
    about: citizenship,
    options: { names },
  },
  {
    name: "one-flow",
    promise: "One band, no thicker than a figure of one deserves, and names that take two lines.",
    answer: answerOf(
      { indicator: "victims-by-citizenship", areas: ["ZAF"], period: [2021, 2021], by: ["counterpart"] },
      { "ZAF.ABROAD": "21" },
      citizenship,
    ),
    about: citizenship,
    options: { names },
  },
];

const [toOne, fromTwo] = flowCases;
if (!toOne || !fromTwo) throw new Error("no cases of flows to draw on a map");

/** The same flows between the places themselves. */
export const flowMapCases: readonly ChartCase<FlowMapOptions>[] = [
  {
    ...toOne,
    promise: "Hidden flows have no band on the map: they are named beneath it.",
    options: { ...toOne.options, geometry: world },
  },
  {
    name: "within-and-unknown",
    promise: "A ring for those exploited in their own country; a place that is not known stands beneath.",
    answer: answerOf(
      { indicator: "assisted-flows", areas: ["UKR"], period: [2021, 2021], by: ["counterpart"] },
      {
        "UKR.ARE": "100",
        "UKR.AUT": "24",
        "UKR.POL": "709",
        "UKR.RUS": "4499",
        "UKR.UKR": "132",
        "UKR.UNKNOWN": "4069",
      },
      assisted,
    ),
    about: assisted,
    options: { names, geometry: world },
  },
];
