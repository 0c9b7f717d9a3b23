import type { AnswerRow, Note } from "@yeelen/dataset/plain";
import type { Asked } from "./ask.ts";

export interface NoteTexts {
  readonly protection: string;
  readonly caveats: readonly string[];
  /** Who counted the persons a rate divides by. */
  readonly population: string | undefined;
}

/** What must be said beside these rows. `rows` are all rows asked for, before `limit`. */
export function notesFor(asked: Asked, rows: readonly AnswerRow[], texts: NoteTexts): Note[] {
  const notes: Note[] = [];
  const count = (absence: AnswerRow["absence"]) => rows.filter((row) => row.absence === absence).length;
  if (count("suppressed")) notes.push({ code: "suppression", text: texts.protection });
  if (count("conflicting"))
    notes.push({
      code: "conflict",
      text: `The source contradicts itself in ${count("conflicting")} of ${rows.length} figures; none of them is shown.`,
    });
  const spans = spansOf(rows);
  for (const { area, period, reason } of asked.scope.breaks) {
    const span = spans.get(area);
    if (span && period <= span[1])
      notes.push({ code: period < span[0] ? "comparability" : "break", text: reason, area, period });
  }
  const denominator = denominatorOf(asked, texts.population);
  if (denominator) notes.push({ code: "denominator", text: denominator });
  const unranked = rows.filter((row) => row.value === null).length;
  if (asked.measure === "rank" && unranked)
    notes.push({
      code: "rank",
      text: `${unranked} of ${rows.length} have no value and no rank; 1 is the highest value, not the best.`,
    });
  if (asked.measure === "rank" && asked.years === "latest")
    notes.push({
      code: "rank",
      text: "Newest years differ: each rank is only among areas whose newest figure is of the same year.",
    });
  for (const text of texts.caveats) notes.push({ code: "caveat", text });
  return notes;
}

function denominatorOf({ measure, by, where }: Asked, population: string | undefined): string | undefined {
  switch (measure) {
    case "rate":
      return `Per 100,000 persons of the same area and year${groupsOf([...by, ...Object.keys(where)])}. Population: ${population ?? "not known"}.`;
    case "share":
      return `Share of the total over ${(by.length ? by : Object.keys(where)).join(", ")}, as the source gives that total.`;
    case "index":
      return "100 is the first year asked for with a value above zero.";
    default:
      return undefined;
  }
}

function groupsOf(dimensions: readonly string[]): string {
  return ["sex", "age"]
    .filter((dimension) => dimensions.includes(dimension))
    .map((dimension) => `, of the same ${dimension}`)
    .join("");
}

function spansOf(rows: readonly AnswerRow[]): Map<string, [number, number]> {
  const spans = new Map<string, [number, number]>();
  for (const { area, period } of rows) {
    const span = spans.get(area);
    if (!span) spans.set(area, [period, period]);
    else if (period < span[0]) span[0] = period;
    else if (period > span[1]) span[1] = period;
  }
  return spans;
}
