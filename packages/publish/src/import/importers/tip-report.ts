import { CodeList, unknownCode, unknownCountry } from "../code-list.ts";
import { countryOfIso3, isOurs } from "../country.ts";
import { EventRows } from "../event-rows.ts";
import type { Importer } from "../importer.ts";
import { periodOf } from "../period.ts";
import { releaseId } from "../release-id.ts";
import { sourceTable, type TableRow } from "../table.ts";
import { Tally } from "../tally.ts";

const tiers = new CodeList({ "1": "1", "2": "2", "2WL": "2WL", "3": "3" });

/** Tiers in which the United States' yearly report places countries. */
export const tipReport: Importer = {
  id: "tip-report-tiers",
  aliases: ["tip-report"],
  title: "Trafficking in Persons Report: tiers",
  publisher: "United States Department of State",
  licence: "terms: see publisher",
  url: "https://www.state.gov/trafficking-in-persons-report/",
  read(file) {
    const { release, remark } = releaseId({ given: file.release, path: file.path });
    const table = sourceTable(file, { columns: ["iso3", "year", "tier"] });
    const tally = new Tally();
    const events = new EventRows(["area", "period"], ["tier"], tally);
    for (const row of table.rows) {
      tally.row();
      const problem = addRow(row, events, tally);
      if (problem !== null) tally.leaveOut(problem);
    }
    return {
      release,
      observations: [],
      tables: { "tiers.csv": events.table() },
      tally,
      remarks: [
        remark,
        `Tiers are as at the report of ${release}; later ones are not shown, and a country without a tier in a year has no row for it.`,
      ],
    };
  },
};

function addRow(row: TableRow, events: EventRows, tally: Tally): string | null {
  const area = countryOfIso3(row.get("iso3"));
  if (area === null) return unknownCountry(row, "iso3", tally);
  if (!isOurs(area)) return "another country";
  const period = periodOf(row.get("year"));
  if (period === null) return "not a year";
  if (row.get("tier") === "") return "no tier in that year";
  const tier = tiers.of(row.get("tier"));
  if (tier === undefined) return unknownCode(row, "tier", tally);
  events.add([area, period], [tier]);
  return null;
}
