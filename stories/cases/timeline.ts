import type { TimelineEvent } from "@yeelen/charts/timeline";
import type { ChartOptions } from "@yeelen/charts/line";
import type { About } from "@yeelen/dataset/plain";
import { detected } from "./detected.ts";

const about: About = {
  ...detected,
  title: "What a country has put in place",
  subject: "context",
  unit: { id: "events", one: "event", other: "events" },
  measures: [],
  breaks: [],
  caveats: ["A law in the record may have been changed since."],
  sources: [
    {
      publisher: "GLO.ACT",
      title: "Public record of the programme",
      release: "2026-11-23",
      licence: "terms: see publisher",
      url: "https://www.unodc.org/",
    },
  ],
};

const mali: readonly TimelineEvent[] = [
  {
    area: "MLI",
    date: "2011-02-03",
    kind: "body",
    title:
      "National Coordination Committee for the Fight against Trafficking in Persons and Assimilated Practices",
    detail: "Created by Decree 2011-036/PM-RM.",
  },
  {
    area: "MLI",
    date: "2012-07-12",
    kind: "law",
    title: "Law 2012-023 against trafficking in persons and assimilated practices",
  },
  { area: "MLI", date: "2015", end: "2019", kind: "programme", title: "Takes part in GLO.ACT" },
  {
    area: "MLI",
    date: "2016-03",
    end: "2017",
    kind: "plan",
    title: "National Action Plan 2015–2017 launched",
  },
  {
    area: "MLI",
    date: "2017-10-30",
    end: "2017-11-02",
    kind: "workshop",
    title: "Workshop for the National Coordination Committee in Bamako",
  },
];

export interface TimelineCase {
  readonly name: string;
  readonly promise: string;
  readonly events: readonly TimelineEvent[];
  readonly about: About;
  readonly options?: ChartOptions;
}

/** Laws, plans, bodies. */
export const timelineCases: readonly TimelineCase[] = [
  {
    name: "mali",
    promise: "Five events of one country, each with the date as exact as the record.",
    events: mali,
    about,
  },
  {
    name: "two-countries",
    promise: "Each event says its country.",
    events: [
      ...mali,
      { area: "NER", date: "2015", end: "2019", kind: "programme", title: "Takes part in GLO.ACT" },
    ],
    about,
  },
  { name: "none", promise: "No event entered: said so.", events: [], about },
];
