import { areaOf, CodeList, unknownCode } from "../code-list.ts";
import { countryOfM49 } from "../country.ts";
import { csvFigures } from "../csv-figures.ts";
import { readCount } from "../figure.ts";
import type { ObservationSet } from "../observations.ts";
import { periodOf } from "../period.ts";
import type { TableRow } from "../table.ts";
import type { Tally } from "../tally.ts";

const series = new CodeList({
  VC_HTF_DETV: "T",
  VC_HTF_DETVSX: "SEX",
  VC_HTF_DETVFL: "LABOUR",
  VC_HTF_DETVOG: "ORGAN",
  VC_HTF_DETVOP: "OTHER",
});
const sexes = new CodeList({ bothsex: "T", female: "F", male: "M" });
const ages = new CodeList({ allage: "T", lt18y: "LT18", "18": "GE18" });

/** The series of indicator 16.2.2 from the UN's SDG database: detected victims of trafficking in persons, as counts. */
export const unSdg = csvFigures({
  id: "un-sdg-16-2-2",
  aliases: ["un-sdg"],
  title: "SDG Global Database, indicator 16.2.2: detected victims of trafficking in persons",
  publisher: "United Nations Statistics Division; data reported to UNODC",
  licence: "terms: see publisher",
  url: "https://unstats.un.org/sdgs/dataportal",
  columns: ["series", "geo_area", "year", "age", "sex", "units", "value"],
  optional: ["iso3"],
  remarks: [
    "Zeros of this source are real zeros: a country reported that nobody was detected.",
    "The database has no row for Pakistan.",
  ],
  addRow,
});

function addRow(row: TableRow, set: ObservationSet, tally: Tally): string | null {
  const found = areaOf(row, { code: "iso3", name: "geo_area" }, tally, countryOfM49);
  if ("reason" in found) return found.reason;
  const { area } = found;
  if (row.get("units") !== "number") return "another unit than counts";
  const exploitation = series.of(row.get("series"));
  if (exploitation === undefined) return unknownCode(row, "series", tally);
  const sex = sexes.of(row.get("sex"));
  if (sex === undefined) return unknownCode(row, "sex", tally);
  const age = ages.of(row.get("age"));
  if (age === undefined) return unknownCode(row, "age", tally);
  const period = periodOf(row.get("year"));
  if (period === null) return "not a year";
  const reading = readCount(row.get("value"), { most: 1_000_000 });
  if ("problem" in reading) return reading.problem;
  set.add({ indicator: "sdg-16-2-2", area, period, sex, age, exploitation }, reading.figure);
  return null;
}
