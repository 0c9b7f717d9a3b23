import { areaOf, unknownCode } from "../code-list.ts";
import { csvFigures } from "../csv-figures.ts";
import { readCount } from "../figure.ts";
import { labelKey } from "../label.ts";
import type { ObservationSet } from "../observations.ts";
import { periodOf } from "../period.ts";
import type { TableRow } from "../table.ts";
import type { Tally } from "../tally.ts";

/** Recorded offences of smuggling of migrants, from UNODC's Crime Trends Survey. */
export const unodcCts = csvFigures({
  id: "unodc-cts-smuggling",
  aliases: ["unodc-cts"],
  title: "Crime Trends Survey: offences of smuggling of migrants",
  publisher: "United Nations Office on Drugs and Crime (UNODC)",
  licence: "terms: see publisher",
  url: "https://dataunodc.un.org/dp-crime-corruption-offences",
  columns: ["Country", "Indicator", "Category", "Sex", "Age", "Year", "Unit of measurement", "VALUE"],
  optional: ["Iso3_code"],
  remarks: [
    "The publisher's own rates are left out: rates here are computed from one named population for every source.",
  ],
  addRow,
});

function addRow(row: TableRow, set: ObservationSet, tally: Tally): string | null {
  const found = areaOf(row, { code: "Iso3_code", name: "Country" }, tally);
  if ("reason" in found) return found.reason;
  const { area } = found;
  const unit = labelKey(row.get("Unit of measurement"));
  if (unit.startsWith("rate")) return "a rate, not a count";
  if (unit !== "counts") return "another unit than counts";
  if (labelKey(row.get("Indicator")) !== "offences") return unknownCode(row, "Indicator", tally);
  if (labelKey(row.get("Category")) !== "smuggling of migrants") return unknownCode(row, "Category", tally);
  if (labelKey(row.get("Sex")) !== "total") return unknownCode(row, "Sex", tally);
  if (labelKey(row.get("Age")) !== "total") return unknownCode(row, "Age", tally);
  const period = periodOf(row.get("Year"));
  if (period === null) return "not a year";
  const reading = readCount(row.get("VALUE"), { most: 1_000_000 });
  if ("problem" in reading) return reading.problem;
  set.add({ indicator: "smuggling-offences", area, period }, reading.figure);
  return null;
}
