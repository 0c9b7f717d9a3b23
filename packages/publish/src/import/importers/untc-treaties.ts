import { CodeList, unknownCode, unknownCountry } from "../code-list.ts";
import { countryOfIso3, isOurs } from "../country.ts";
import { dayOf } from "../day.ts";
import { EventRows } from "../event-rows.ts";
import type { Importer } from "../importer.ts";
import { releaseId } from "../release-id.ts";
import { sourceTable, type TableRow } from "../table.ts";
import { Tally } from "../tally.ts";

const instruments = new CodeList({
  UNTOC: "CONVENTION",
  TIP_PROTOCOL: "TRAFFICKING-PROTOCOL",
  SOM_PROTOCOL: "SMUGGLING-PROTOCOL",
});
const actions = new CodeList({
  ratification: "ratification",
  accession: "accession",
  acceptance: "acceptance",
  approval: "approval",
  succession: "succession",
});

/** Who had signed and who was bound by the Convention and its two Protocols, from the UN Treaty Collection. */
export const untcTreaties: Importer = {
  id: "untc-treaties",
  title: "Status of the Convention against Transnational Organized Crime and two of its Protocols",
  publisher: "United Nations Treaty Collection",
  licence: "terms: see publisher",
  url: "https://treaties.un.org/pages/Treaties.aspx?id=18&subid=A&clang=_en",
  read(file) {
    const { release, remark } = releaseId({ given: file.release, path: file.path });
    const table = sourceTable(file, { columns: ["iso3", "instrument", "signature", "bound_date", "action"] });
    const tally = new Tally();
    const events = new EventRows(["area", "instrument"], ["signed", "bound", "by", "as_at"], tally);
    for (const row of table.rows) {
      tally.row();
      const problem = addRow(row, release, events, tally);
      if (problem !== null) tally.leaveOut(problem);
    }
    return {
      release,
      observations: [],
      tables: { "treaties.csv": events.table() },
      tally,
      remarks: [remark, `The status is as at ${release}; what happened later is not shown.`],
    };
  },
};

function addRow(row: TableRow, asAt: string, events: EventRows, tally: Tally): string | null {
  const area = countryOfIso3(row.get("iso3"));
  if (area === null) return unknownCountry(row, "iso3", tally);
  if (!isOurs(area)) return "another country";
  const instrument = instruments.of(row.get("instrument"));
  if (instrument === undefined) return unknownCode(row, "instrument", tally);
  const [signature, bound] = [row.get("signature"), row.get("bound_date")];
  if ([signature, bound].some((date) => date !== "" && dayOf(date) === null))
    return "not a day of the calendar";
  if ([signature, bound].some((date) => date > asAt && /^\d{4}-\d{2}-\d{2}$/.test(asAt)))
    return "a date after the release";
  const action = row.get("action");
  const by = bound === "" ? null : actions.of(action);
  if (by === undefined) return unknownCode(row, "action", tally);
  if (bound === "" && !action.startsWith("not a participant") && signature === "")
    return unknownCode(row, "action", tally);
  events.add([area, instrument], [signature || null, bound || null, by, asAt]);
  return null;
}
