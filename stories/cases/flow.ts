import type { FlowOptions } from "@yeelen/charts/flow";
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
];
