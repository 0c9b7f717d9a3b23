import { join } from "node:path";
import { observationColumns } from "@yeelen/dataset";
import { mediaTypes, type ReleaseContent, type WrittenFile } from "../release/release-content.ts";

/** Coded columns that get a column of labels, in the order of those columns. */
export const labelledColumns = [
  "indicator",
  "area",
  "sex",
  "age",
  "exploitation",
  "counterpart",
  "absence",
] as const;

/** Columns of `observations.csv`: the codes, then a label for each. */
export const csvColumns = [...observationColumns, ...labelledColumns.map((column) => `${column}_label`)];

const numbers = new Set(["value", "low", "high"]);
const texts = new Set(["note", ...labelledColumns.map((column) => `${column}_label`)]);

/**
 * `observations.csv`: UTF-8, RFC 4180 with LF, one header row, codes and labels. A cell without a number is empty and
 * `absence` says why. A text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export async function writeCsv({ store, folder, tables }: ReleaseContent): Promise<WrittenFile[]> {
  const path = "observations.csv";
  await store.run(
    `COPY (${labelledObservations()}) TO ${store.file(join(folder, path))} (FORMAT csv, HEADER)`,
  );
  const files = [{ path, mediaType: mediaTypes.csv }];
  for (const { name, table } of tables) {
    const file = `${name}.csv`;
    await store.run(`COPY ${table} TO ${store.file(join(folder, file))} (FORMAT csv, HEADER)`);
    files.push({ path: file, mediaType: mediaTypes.csv });
  }
  return files;
}

/** The observations with their labels, in the order of the table, as text a spreadsheet can be given. */
export function labelledObservations(): string {
  const labels = labelledColumns.map((column) => `label_${column}.label AS ${column}_label`);
  const joins = labelledColumns.map(
    (column) => `JOIN label_${column} ON label_${column}.code = coalesce(o.${column}, '')`,
  );
  const cells = csvColumns.map((column) => {
    if (numbers.has(column)) return `regexp_replace(${column}::VARCHAR, '\\.0$', '') AS ${column}`;
    return texts.has(column) ? `nullif(${neutral(column)}, '') AS ${column}` : column;
  });
  return `SELECT ${cells.join(", ")} FROM (SELECT o.*, ${labels.join(", ")} FROM observations o ${joins.join(" ")})`;
}

function neutral(column: string): string {
  return `CASE WHEN regexp_matches(${column}, '^[=+@\\t\\r-]') THEN '''' || ${column} ELSE ${column} END`;
}
