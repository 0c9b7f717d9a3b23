import { CodeList, unknownCode, unknownCountry } from "../code-list.ts";
import { countryOfIso3, isOurs } from "../country.ts";
import { dateOf, dayOf } from "../day.ts";
import { EventRows } from "../event-rows.ts";
import { readCount } from "../figure.ts";
import type { Importer } from "../importer.ts";
import { releaseId } from "../release-id.ts";
import { sourceTable, type TableRow } from "../table.ts";
import { Tally } from "../tally.ts";

const kinds = new CodeList({
  law: "law",
  decree: "decree",
  plan: "plan",
  budget: "budget",
  body: "body",
  workshop: "workshop",
  programme: "programme",
});
const subjects = new CodeList({ trafficking: "trafficking", smuggling: "smuggling", context: "context" });
const facts = ["end", "subject", "title", "detail", "amount", "currency", "record", "entered"];

/** What a country put in place: laws, plans, budgets, bodies, workshops. A table written by hand, one event a row. */
export const responseEvents: Importer = {
  id: "response-events",
  title: "Laws, plans, budgets, bodies and workshops of the programme countries",
  publisher: "Yeelen, from the public record of GLO.ACT",
  licence: "MIT, as the project",
  url: "https://www.unodc.org/unodc/en/human-trafficking/glo-act/index.html",
  read(file) {
    const table = sourceTable(file, { columns: ["area", "date", "kind", ...facts] });
    const entered = table.rows.map((row) => dayOf(row.get("entered"))).filter((day) => day !== null);
    const newest = entered.sort().at(-1);
    const { release } = releaseId({ given: file.release ?? newest, path: file.path });
    const tally = new Tally();
    const events = new EventRows(
      ["area", "date", "kind", "title"],
      facts.filter((fact) => fact !== "title"),
      tally,
    );
    for (const row of table.rows) {
      tally.row();
      const problem = addRow(row, events, tally);
      if (problem !== null) tally.leaveOut(problem);
    }
    return {
      release,
      observations: [],
      tables: { "events.csv": events.table() },
      tally,
      remarks: [
        `Release ${release}: the day on which the newest row was entered.`,
        "The table begins with Mali and grows row by row; a country without a row is one nobody has entered yet, not one without laws.",
      ],
    };
  },
};

function addRow(row: TableRow, events: EventRows, tally: Tally): string | null {
  const area = countryOfIso3(row.get("area"));
  if (area === null) return unknownCountry(row, "area", tally);
  if (!isOurs(area)) return "another country";
  const [date, end] = [row.get("date"), row.get("end")];
  if (dateOf(date) === null || (end !== "" && dateOf(end) === null)) return "not a date";
  if (end !== "" && end < date.slice(0, end.length)) return "an end before its beginning";
  const kind = kinds.of(row.get("kind"));
  if (kind === undefined) return unknownCode(row, "kind", tally);
  const subject = subjects.of(row.get("subject"));
  if (subject === undefined) return unknownCode(row, "subject", tally);
  const title = row.get("title");
  if (title === "") return "no title";
  const amount = row.get("amount");
  const reading = amount === "" ? null : readCount(amount, { most: 1e15 });
  if (reading !== null && "problem" in reading) return `amount: ${reading.problem}`;
  if (dayOf(row.get("entered")) === null) return "not a day of the calendar";
  events.add(
    [area, date, kind, title],
    [
      end || null,
      subject,
      row.get("detail") || null,
      reading === null ? null : reading.figure.value,
      row.get("currency") || null,
      row.get("record") || null,
      row.get("entered"),
    ],
  );
  return null;
}
