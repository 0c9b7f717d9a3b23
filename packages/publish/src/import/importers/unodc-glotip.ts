import { areaOf, CodeList, unknownCode } from "../code-list.ts";
import { counterpartOf } from "../counterpart.ts";
import { readCount } from "../figure.ts";
import type { Importer } from "../importer.ts";
import { labelKey, printable } from "../label.ts";
import { ObservationSet, type Place } from "../observations.ts";
import { releaseId } from "../release-id.ts";
import { periodOf } from "../period.ts";
import { sourceTable, type Table, type TableRow } from "../table.ts";
import { Tally } from "../tally.ts";

/** First release in which zeros are printed as such, so that `<5` means 1 to 4. */
const ZEROS_PRINTED_SINCE = "2025-11";

const totals = new CodeList({
  "Detected trafficking victims": "victims-detected",
  "Offences of trafficking in persons": "offences-recorded",
  "Persons brought into formal contact": "suspects",
  "Persons prosecuted": "prosecuted",
  "Persons convicted": "convicted",
});
const sexes = new CodeList({ Total: "T", Female: "F", Male: "M", Other: "O", Unknown: "U" });
const ages = new CodeList({ Total: "T", "0 to 17 years": "LT18", "18 years or over": "GE18", Unknown: "U" });
const forms = new CodeList({
  "Sexual exploitation": "SEX",
  "Forced labour": "LABOUR",
  "Other forms of exploitation": "OTHER",
});
const counterparts = new CodeList({
  "by citizenship": "victims-by-citizenship",
  "by country of repatriation": "victims-repatriated",
});

/** UNODC's data file of the Global Report on Trafficking in Persons: `data_glotip.xlsx`, in each of its layouts. */
export const unodcGlotip: Importer = {
  id: "unodc-glotip",
  aliases: ["glotip"],
  title: "Global Report on Trafficking in Persons: data",
  publisher: "United Nations Office on Drugs and Crime (UNODC)",
  licence: "terms: see publisher",
  url: "https://dataunodc.un.org/dp-trafficking-persons",
  read(file) {
    const table = sourceTable(file, {
      columns: ["Country", "Indicator", "Dimension", "Category", "Sex", "Age", "Year", "txtVALUE"],
      optional: ["Iso3_code", "Unit of measurement"],
    });
    const { release, remark } = releaseId({
      given: file.release,
      above: table.above,
      path: file.path,
      created: table.created,
    });
    const below = meaningOfBelow(table, release);
    const tally = new Tally();
    const set = new ObservationSet(unodcGlotip.id, tally);
    for (const row of table.rows) {
      tally.row();
      const problem = addRow(row, { set, tally, lowest: below.lowest });
      if (problem !== null) tally.leaveOut(problem);
    }
    const observations = set.observations();
    const conflicting = observations.filter(({ absence, counterpart, exploitation, indicator }) => {
      const copy =
        (indicator === "victims-by-exploitation" && exploitation === "T") ||
        (indicator === "victims-by-citizenship" && counterpart === "T");
      return absence === "conflicting" && !copy;
    }).length;
    return {
      release,
      observations,
      tally,
      remarks: [
        remark,
        below.remark,
        `${conflicting} keys of kept indicators have rows that contradict each other: each is one figure marked conflicting, without a value.`,
        "Totals of detected victims are stored a second time, as the total of their forms of exploitation and of their citizenships, so that shares have the publisher's own denominator.",
        "Citizenships are free text in the source; a label without a code is counted as not recognised, and Nationals is the reporting country itself.",
      ],
    };
  },
};

interface Context {
  readonly set: ObservationSet;
  readonly tally: Tally;
  readonly lowest: 0 | 1;
}

/** Why the row is left out, or null if it was kept (or tallied by the set as meeting another). */
function addRow(row: TableRow, { set, tally, lowest }: Context): string | null {
  const found = areaOf(row, { code: "Iso3_code", name: "Country" }, tally);
  if ("reason" in found) return found.reason;
  const { area } = found;
  const label = row.get("Category");
  const printed = row.get("txtVALUE");
  const year = row.get("Year");
  if (/^Q\d+(\.\d+)*_/.test(label) || (label === "" && printed.replace(",", "") === year))
    return "leaked questionnaire field";
  const unit = row.get("Unit of measurement");
  if (unit !== "" && labelKey(unit) !== "counts") return "another unit than counts";
  const place = placeOf(row, area, tally);
  if (typeof place === "string") return place;
  const reading = readCount(printed, { lowest, most: 1_000_000 });
  if ("problem" in reading) return reading.problem;
  if (place.counterpart === "UNMAPPED") tally.unmapped("Category", label);
  const detected = place.indicator === "victims-detected";
  const byForm = { ...place, indicator: "victims-by-exploitation" };
  const byCitizenship = { ...place, indicator: "victims-by-citizenship" };
  const whole = detected && place.sex === "T" && place.age === "T";
  const copies = detected ? (whole ? [byForm, byCitizenship] : [byForm]) : [];
  set.add(place, reading.figure, "counterpart" in place ? printable(label) : "", copies);
  return null;
}

function placeOf(row: TableRow, area: string, tally: Tally): Place | string {
  const period = periodOf(row.get("Year"));
  if (period === null) return "not a year";
  const total = totals.of(row.get("Indicator"));
  if (total === undefined) return unknownCode(row, "Indicator", tally);
  const sex = sexes.of(row.get("Sex"));
  if (sex === undefined) return unknownCode(row, "Sex", tally);
  const age = ages.of(row.get("Age"));
  if (age === undefined) return unknownCode(row, "Age", tally);
  const place = { indicator: total, area, period, sex, age };
  const dimension = labelKey(row.get("Dimension"));
  if (dimension === "total")
    return labelKey(row.get("Category")) === "total" ? place : unknownCode(row, "Category", tally);
  const form = dimension === "by form of exploitation";
  const byCounterpart = counterparts.of(dimension);
  if (!form && byCounterpart === undefined) return unknownCode(row, "Dimension", tally);
  if (total !== "victims-detected")
    return `${row.get("Indicator").toLowerCase()} ${row.get("Dimension").toLowerCase()}: in no indicator`;
  if (form) {
    const exploitation = forms.of(row.get("Category"));
    if (exploitation === undefined) return unknownCode(row, "Category", tally);
    return { ...place, indicator: "victims-by-exploitation", exploitation };
  }
  if (sex !== "T" || age !== "T") return "citizenship by sex or age: in no indicator";
  return { ...place, indicator: byCounterpart ?? "", counterpart: counterpartOf(row.get("Category"), area) };
}

function meaningOfBelow(table: Table, release: string): { lowest: 0 | 1; remark: string } {
  const zeros = table.rows.some((row) => row.get("txtVALUE") === "0");
  const late = release >= ZEROS_PRINTED_SINCE;
  if (late && zeros)
    return { lowest: 1, remark: "Fewer than 5 is stored as 1 to 4: this release prints zeros as such." };
  const doubt = late || zeros ? " although its date and its zeros do not agree on it" : "";
  return {
    lowest: 0,
    remark: `Fewer than 5 is stored as 0 to 4${doubt}: zeros may be printed the same way.`,
  };
}
