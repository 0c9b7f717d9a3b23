import { absences, areas } from "@yeelen/dataset";
import type { FileWords } from "$lib/explore/csv.ts";
import type { Teller } from "$lib/language/teller.ts";

const columns = [
  "area",
  "period",
  "sex",
  "age",
  "exploitation",
  "counterpart",
  "value",
  "low",
  "high",
  "absence",
  "note",
  "route",
  "cause",
  "incidents",
  "dead_or_missing",
  "source",
  "release",
  "address",
] as const;

/** What the columns of files are called, and the names of countries and of reasons; more labels as the page has them. */
export function fileWords(t: Teller, labels: FileWords["labels"] = {}): FileWords {
  return {
    columns: Object.fromEntries(columns.map((name) => [name, t.say(`file.${name}`)])),
    code: t.say("file.code", { name: "{name}" }),
    label: t.say("file.label", { name: "{name}" }),
    labels: {
      area: Object.fromEntries(areas.map(({ code }) => [code, t.area(code)])),
      absence: Object.fromEntries(absences.map((reason) => [reason, t.say(`absence.${reason}`)])),
      ...labels,
    },
  };
}
