import { areaOf } from "../code-list.ts";
import { csvTable } from "../csv-table.ts";
import { readCount } from "../figure.ts";
import type { Importer } from "../importer.ts";
import { ObservationSet } from "../observations.ts";
import { periodOf } from "../period.ts";
import { releaseId } from "../release-id.ts";
import type { TableRow } from "../table.ts";
import { Tally } from "../tally.ts";

/** Total population, World Development Indicators, series SP.POP.TOTL. */
export const worldBankPopulation: Importer = {
  id: "world-bank-population",
  title: "World Development Indicators: total population (SP.POP.TOTL)",
  publisher: "World Bank",
  licence: "CC BY 4.0",
  url: "https://data.worldbank.org/indicator/SP.POP.TOTL",
  read(file) {
    const { release, remark } = releaseId({ given: file.release, path: file.path });
    const table = csvTable(file, { columns: ["Country Name", "Country Code", "Year", "Value"] });
    const tally = new Tally();
    const set = new ObservationSet(worldBankPopulation.id, tally);
    for (const row of table.rows) {
      tally.row();
      const problem = addRow(row, set, tally);
      if (problem !== null) tally.leaveOut(problem);
    }
    return {
      release,
      observations: set.observations(),
      tally,
      remarks: [remark, "Codes that are not countries stand for groups such as regions and income classes."],
    };
  },
};

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
