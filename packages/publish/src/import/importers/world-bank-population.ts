import { areaOf } from "../code-list.ts";
import { csvFigures } from "../csv-figures.ts";
import { readCount } from "../figure.ts";
import type { ObservationSet } from "../observations.ts";
import { periodOf } from "../period.ts";
import type { TableRow } from "../table.ts";
import type { Tally } from "../tally.ts";

/** Total population, World Development Indicators, series SP.POP.TOTL. */
export const worldBankPopulation = csvFigures({
  id: "world-bank-population",
  title: "World Development Indicators: total population (SP.POP.TOTL)",
  publisher: "World Bank",
  licence: "CC BY 4.0",
  url: "https://data.worldbank.org/indicator/SP.POP.TOTL",
  columns: ["Country Name", "Country Code", "Year", "Value"],
  remarks: ["Codes that are not countries stand for groups such as regions and income classes."],
  addRow,
});

function addRow(row: TableRow, set: ObservationSet, tally: Tally): string | null {
  const found = areaOf(row, { code: "Country Code", name: "Country Name" }, tally);
  if ("reason" in found) return found.reason;
  const { area } = found;
  const period = periodOf(row.get("Year"));
  if (period === null) return "not a year";
  const reading = readCount(row.get("Value"), { most: 2_000_000_000 });
  if ("problem" in reading) return reading.problem;
  set.add({ indicator: "population-world-bank", area, period }, reading.figure);
  return null;
}
