import { gzipSync } from "node:zlib";
import { glotipHeader, glotipRow, workbook } from "./run-import.ts";

/** A small made-up file of one source, and what stands where in it. */
export interface SampleFile {
  readonly source: string;
  readonly name: string;
  readonly release: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly pack: (cells: readonly (readonly string[])[]) => Uint8Array;
  /** Columns whose cells hold a country, a code of a closed list, and the figure. */
  readonly country: string;
  readonly code: string;
  readonly figure: string;
  /** Table in which the figures end up. */
  readonly table?: string;
  /** Why a row with a figure that is no figure is left out, if not for the figure's own reason. */
  readonly figureReason?: string;
  /** Rows that look alike are different persons or incidents here. */
  readonly repeatsCount?: true;
  /** A second row of the key with another figure adds up here. */
  readonly keysAddUp?: true;
}

const encoder = new TextEncoder();

export const csvBytes = (cells: readonly (readonly string[])[], separator = ",") =>
  encoder.encode(
    cells
      .map((row) => `${row.map((cell) => (/[",;\t]/.test(cell) ? `"${cell}"` : cell)).join(separator)}\n`)
      .join(""),
  );

/** One file for each source; the first two rows are figures of our countries with distinct keys. */
export const sampleFiles: readonly SampleFile[] = [
  {
    source: "unodc-glotip",
    name: "data_glotip.xlsx",
    release: "2025-04-14",
    header: glotipHeader,
    rows: [glotipRow({ value: "13" }), glotipRow({ year: 2017, value: "44" })].map((row) => row.map(String)),
    pack: (cells) => workbook({ data_glotip_1: cells }),
    country: "Iso3_code",
    code: "Sex",
    figure: "txtVALUE",
  },
  {
    source: "un-sdg",
    name: "sdg_16_2_2.csv",
    release: "2020-10-19",
    header: ["series", "geo_area", "iso3", "geo_name", "year", "age", "sex", "nature", "units", "value"],
    rows: [
      ["VC_HTF_DETV", "466", "MLI", "Mali", "2008", "allage", "bothsex", "c", "number", "175"],
      ["VC_HTF_DETVFL", "466", "", "Mali", "2018", "lt18y", "male", "c", "number", "0"],
    ],
    pack: (cells) => csvBytes(cells),
    country: "geo_area",
    code: "sex",
    figure: "value",
  },
  {
    source: "unodc-cts",
    name: "smuggling.csv",
    release: "2024-05-16",
    header: glotipHeader.map((name) => (name === "txtVALUE" ? "VALUE" : name)),
    rows: [
      ...[2017, 2018].map((year) => [
        ...["MAR", "Morocco", "Africa", "Northern Africa", "Offences", "by type of offence"],
        ...["Smuggling of migrants", "Total", "Total", String(year), "Counts", "2804", "CTS"],
      ]),
    ],
    pack: (cells) => csvBytes(cells),
    country: "Iso3_code",
    code: "Category",
    figure: "VALUE",
  },
  {
    source: "untc-treaties",
    name: "treaty_status.csv",
    release: "2015-03-14",
    header: ["iso3", "instrument", "signature", "bound_date", "action", "source"],
    rows: [
      ["MLI", "UNTOC", "2000-12-15", "2002-04-12", "ratification", "x"],
      ["LAO", "TIP_PROTOCOL", "", "2003-09-26", "accession", "x"],
    ],
    pack: (cells) => csvBytes(cells),
    country: "iso3",
    code: "instrument",
    figure: "bound_date",
    table: "treaties.csv",
    figureReason: "not a day of the calendar",
  },
  {
    source: "tip-report",
    name: "tiers.csv",
    release: "2015",
    header: ["iso3", "year", "tier"],
    rows: [
      ["MLI", "2014", "2WL"],
      ["MLI", "2015", "2"],
    ],
    pack: (cells) => csvBytes(cells),
    country: "iso3",
    code: "tier",
    figure: "tier",
    table: "tiers.csv",
    figureReason: "unknown code in tier",
  },
  {
    source: "un-wpp",
    name: "population.csv",
    release: "2019",
    header: ["iso3", "m49", "year", "sex", "age", "population"],
    rows: [
      ["MLI", "466", "2018", "T", "TOTAL", "19077749"],
      ["MLI", "466", "2018", "F", "LT18", "5000000"],
    ],
    pack: (cells) => csvBytes(cells),
    country: "iso3",
    code: "age",
    figure: "population",
  },
  {
    source: "world-bank-population",
    name: "population.csv",
    release: "2024",
    header: ["Country Name", "Country Code", "Year", "Value"],
    rows: [
      ["Mali", "MLI", "2018", "20442030"],
      ["Mali", "MLI", "2019", "21112231"],
    ],
    pack: (cells) => csvBytes(cells),
    country: "Country Code",
    code: "Year",
    figure: "Value",
  },
  {
    source: "iom-missing-migrants",
    name: "incidents.csv",
    release: "2026",
    header: [
      ...["Main ID", "Incident year", "No. dead", "No. missing", "No. dead/missing", "Route"],
      ...["Cause of death (category)", "Country of Incident", "Latitude", "Longitude"],
    ],
    rows: [
      ["1", "2024", "3", "4", "7", "Sahara Desert crossing", "Violence", "Niger", "18.04", "9.97"],
      ["2", "2025", "1", "0", "1", "Sahara Desert crossing", "Drowning", "Mali", "17.5", "-3.98"],
    ],
    pack: (cells) => csvBytes(cells),
    country: "Country of Incident",
    code: "Route",
    figure: "No. dead/missing",
    table: "incidents.csv",
    repeatsCount: true,
    keysAddUp: true,
  },
  {
    source: "ctdc-kanon",
    name: "kanon.csv.gz",
    release: "2021-07-15",
    header: ["yearOfRegistration", "citizenship", "CountryOfExploitation"],
    rows: Array.from({ length: 24 }, (_, index) => ["2019.0", "UA", index < 12 ? "RU" : ""]),
    pack: (cells) => new Uint8Array(gzipSync(csvBytes(cells))),
    country: "citizenship",
    code: "CountryOfExploitation",
    figure: "yearOfRegistration",
    repeatsCount: true,
    keysAddUp: true,
  },
  {
    source: "response-events",
    name: "events.csv",
    release: "2026-11-23",
    header: [
      "area",
      "date",
      "kind",
      "title",
      "end",
      "subject",
      "detail",
      "amount",
      "currency",
      "record",
      "entered",
    ],
    rows: [
      ["MLI", "2012-07-12", "law", "Law", "", "trafficking", "", "", "", "", "2026-11-23"],
      ["MLI", "2017", "budget", "Budget", "", "trafficking", "", "200000000", "XOF", "", "2026-11-23"],
    ],
    pack: (cells) => csvBytes(cells),
    country: "area",
    code: "kind",
    figure: "amount",
    table: "events.csv",
  },
];
