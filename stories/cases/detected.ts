import type { About } from "@yeelen/dataset/plain";

const glotip = {
  publisher: "UNODC",
  title: "Global Report on Trafficking in Persons, data",
  release: "2025-04-14",
  licence: "terms: see publisher",
  url: "https://dataunodc.un.org/dp-trafficking-persons",
};

/** Detected victims, as UNODC publishes them. */
export const detected: About = {
  title: "Detected victims of trafficking in persons",
  subject: "trafficking",
  definition:
    "Persons whom national authorities detected as victims of trafficking in persons, by year of detection.",
  unit: { id: "detected-victims", one: "detected victim", other: "detected victims" },
  measures: ["value", "rate", "share", "change", "index", "rank"],
  period: [2007, 2022],
  breaks: [
    {
      area: "BRA",
      period: 2017,
      reason:
        "The reported total falls from 1,054 in 2016 to 35 in 2017, after the law that defines the offence was replaced in October 2016.",
    },
    {
      area: "PAK",
      period: 2019,
      reason: "Pakistan counts under another definition than every other country of the programme.",
    },
  ],
  caveats: ["A year without a report is a gap, not a zero."],
  protection: "UNODC prints figures below 5 as a range; they are kept as published.",
  sources: [glotip],
};

/** Totals of 2007 to 2022, release of 14 April 2025; Egypt 2019 and others as reported to UNODC. */
export const totals = {
  BLR: "418 591 398 362 295 209 149 97 121 184 131 142 126 108 244 210",
  BRA: ". . . . . . . . 1228 1054 35 101 66 19 142 539",
  COL: "78 53 53 53 23 35 60 72 38 76 98 113 124 104 181 162",
  EGY: ". . < 12 . 31 46 116 72 81 60 152 . 365 296 .",
  KGZ: ". . 162 22 . . . 18 10 8 < 8 9 7 . .",
  LAO: "264 235 155 145 . . . 157 107 . . . . . . .",
  MAR: ". . . . . . . < < < 27 280 423 131 165 155",
  MLI: "5 175 277 . . . . . . . 44 13 . 77 . .",
  NER: ". . . . . . . . 108 67 164 60 18 12 42 71",
  NPL: "147 145 197 193 141 271 237 266 . 350 311 546 204 187 211 .",
  PAK: ". . . . . . . . . . . . 32022 20045 21253 26539",
  SEN: ". . . < < . . < < . 7 6 19 9 < 10",
  UKR: "366 342 773 407 389 . . 27 83 110 198 1192 262 152 163 66",
  ZAF: ". . . 248 87 87 64 55 . . . 96 . < 21 32",
} as const;
