import type { Answer, AnswerColumn, AnswerRow } from "@yeelen/dataset";
import { csvLines } from "@yeelen/dataset/plain";

/** The whole answer: rows, notes, provenance, digest; first of all that its release was withdrawn or superseded. */
export function json(answer: Answer): string {
  const [standing] = standingTexts(answer);
  return `${JSON.stringify({ ...(standing && { standing }), ...answer }, null, 2)}\n`;
}

/** What an answer says of its release where that was withdrawn or superseded; nothing of one that stands. */
export function standingTexts({ notes }: Pick<Answer, "notes">): string[] {
  return notes.filter(({ code }) => code === "withdrawn" || code === "superseded").map(({ text }) => text);
}

/**
 * Its rows, RFC 4180, a line each; an absent figure is an empty cell with the reason in `absence`. Where the release was
 * withdrawn or superseded, the first column says so in every line.
 */
export function csv({ columns, rows, notes }: Answer): string {
  const standing = standingTexts({ notes });
  return csvLines([
    [...standing.map(() => "standing"), ...columns.map(({ name }) => name)],
    ...rows.map((row) => [...standing, ...columns.map(({ name }) => row[name as keyof AnswerRow])]),
  ]);
}

/** Its rows in aligned columns, then what must stand beside them. */
export function table({ columns, rows, notes, provenance, digest }: Answer): string {
  const cells = [
    columns.map((column) => column.name),
    ...rows.map((row) => columns.map((column) => text(row, column))),
  ];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]?.length ?? 0)));
  const lines = cells.map((line) =>
    line
      .map((cell, index) =>
        isNumber(columns[index]) ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  const unit = columns.find((column) => column.role === "measure")?.unit;
  return [
    ...standingTexts({ notes }).flatMap((standing) => [standing, ""]),
    ...lines,
    "",
    ...(unit ? [`value: ${unit}`] : []),
    ...notes
      .filter(({ code }) => code !== "withdrawn" && code !== "superseded")
      .map(
        (note) =>
          `${[note.code, note.area, note.period].filter((part) => part !== undefined).join(" ")}: ${note.text}`,
      ),
    ...provenance.sources.map(
      (source) => `source: ${source.publisher}, ${source.title}, ${source.release}. ${source.url}`,
    ),
    `release: ${provenance.dataset}/${provenance.release}, answered by ${provenance.engine}, digest ${digest}`,
    "",
  ].join("\n");
}

function text(row: AnswerRow, { name }: AnswerColumn): string {
  return String(row[name as keyof AnswerRow] ?? "");
}

function isNumber(column: AnswerColumn | undefined): boolean {
  return column?.role === "measure" || column?.role === "bound";
}
