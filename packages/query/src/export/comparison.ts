import type { ComparedAnswer, Comparison } from "@yeelen/dataset/plain";
import type { SqlResult } from "../engine.ts";

/** What a file of a comparison says in another language than English. */
export interface ComparisonWords {
  /** A warning as its reader's language has it; its own English text if left out. */
  readonly warning?: (warning: Comparison["warnings"][number]) => string;
}

const dimensions = ["sex", "age", "exploitation", "counterpart"] as const;

/**
 * A comparison as one table: a row for each figure of each answer, one under the other and none joined with another. The
 * last column holds every warning that concerns the row, so that it stays with the figure wherever it is pasted; where a
 * release was withdrawn or superseded, a first column says so.
 */
export function comparisonTable(
  { answers, warnings }: Comparison,
  { warning = ({ text }) => text }: ComparisonWords = {},
): SqlResult {
  const used = dimensions.filter((dimension) => answers.some(({ query }) => query.by?.includes(dimension)));
  const names = ["indicator", "title", "measure", "unit", "release", "area", "period", ...used];
  const standing = answers.map(standingOf);
  const told = standing.some((text) => text !== null);
  const columns = [...(told ? ["standing"] : []), ...names, "value", "low", "high", "absence", "warning"];
  const rows = answers.flatMap((answer, place) =>
    answer.rows.map((row) => {
      const said = warnings
        .filter(
          ({ answers: places, area, period }) =>
            places.includes(place) &&
            (area === undefined || (area === row.area && row.period >= (period ?? 0))),
        )
        .map(warning);
      return [
        ...(told ? [standing[place] ?? null] : []),
        ...headOf(answer),
        row.area,
        row.period,
        ...used.map((dimension) => row[dimension] ?? null),
        row.value,
        row.low,
        row.high,
        row.absence,
        said.join(" ") || null,
      ];
    }),
  );
  return { columns: columns.map((name) => ({ name, type: "" })), rows, truncated: false };
}

function standingOf({ notes }: ComparedAnswer): string | null {
  const said = notes.filter(({ code }) => code === "withdrawn" || code === "superseded");
  return said.map(({ text }) => text).join(" ") || null;
}

/** What must be said beside a comparison, for a sheet of notes: its warnings, then each answer's own notes and sources. */
export function comparisonNotes(
  { answers, warnings }: Comparison,
  { warning = ({ text }) => text }: ComparisonWords = {},
): string[] {
  return [
    ...new Set([
      ...warnings.map(warning),
      ...answers.flatMap(({ about, notes, provenance }) => [
        `${about.title}: ${about.definition}`,
        ...notes.map(({ text }) => text),
        ...provenance.sources.map(
          ({ publisher, title, release, licence, url }) =>
            `${publisher}, ${title}, ${release}. ${licence}. ${url}`,
        ),
      ]),
    ]),
  ];
}

function headOf({ query, about, columns, provenance }: ComparedAnswer): (string | null)[] {
  const unit = columns.find(({ role }) => role === "measure")?.unit ?? about.unit.id;
  return [
    query.indicator,
    about.title,
    query.measure ?? "value",
    unit,
    `${provenance.dataset}/${provenance.release}`,
  ];
}
