import { CodeList, unknownCode, unknownCountry } from "../code-list.ts";
import { countryOfIso3, isOurs } from "../country.ts";
import { csvFigures } from "../csv-figures.ts";
import { readCount } from "../figure.ts";
import type { ObservationSet } from "../observations.ts";
import { periodOf } from "../period.ts";
import type { TableRow } from "../table.ts";
import type { Tally } from "../tally.ts";

const sexes = new CodeList({ T: "T", F: "F", M: "M" });
const ages = new CodeList({ TOTAL: "T", LT18: "LT18", GE18: "GE18" });

/** Population by sex and broad age group, from the United Nations World Population Prospects. */
export const unWpp = csvFigures({
  id: "un-wpp",
  title: "World Population Prospects: population by sex and age group",
  publisher: "United Nations, Department of Economic and Social Affairs, Population Division",
  licence: "CC BY 3.0 IGO",
  url: "https://population.un.org/wpp/",
  columns: ["iso3", "year", "sex", "age", "population"],
  remarks: ["Years after the revision's base year are projections (medium variant), not counts."],
  addRow,
});

function addRow(row: TableRow, set: ObservationSet, tally: Tally): string | null {
  const area = countryOfIso3(row.get("iso3"));
  if (area === null) return unknownCountry(row, "iso3", tally);
  if (!isOurs(area)) return "another country";
  const period = periodOf(row.get("year"));
  if (period === null) return "not a year";
  const sex = sexes.of(row.get("sex"));
  if (sex === undefined) return unknownCode(row, "sex", tally);
  const age = ages.of(row.get("age"));
  if (age === undefined) return unknownCode(row, "age", tally);
  const reading = readCount(row.get("population"), { most: 2_000_000_000 });
  if ("problem" in reading) return reading.problem;
  set.add({ indicator: "population", area, period, sex, age }, reading.figure);
  return null;
}
