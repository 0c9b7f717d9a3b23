import { csvLines, type CsvCell } from "@yeelen/dataset/plain";
import type { SqlResult } from "../engine.ts";

/** RFC 4180, header first, LF; an absent cell is empty. Text that a spreadsheet would run as a formula is kept as text. */
export function toCsv({ columns, rows }: SqlResult): string {
  return lines([columns.map(({ name }) => name), ...rows]);
}

/** The same, batch by batch, for `catalog.stream(text)`: a long result never stands in memory as a whole. */
export async function* toCsvParts(batches: AsyncIterable<SqlResult>): AsyncGenerator<string, void, void> {
  let headed = false;
  for await (const batch of batches) {
    const part = headed ? lines(batch.rows) : toCsv(batch);
    headed = true;
    if (part) yield part;
  }
}

/** A whole number too wide for a double, or one that is none, arrives as text and stays the number it is. */
const number = /^-(\d+|Infinity)$/;

function lines(rows: SqlResult["rows"]): string {
  return csvLines(rows.map((cells) => cells.map(numeric)));
}

function numeric(cell: SqlResult["rows"][number][number]): CsvCell {
  return typeof cell === "string" && number.test(cell) ? { number: cell } : cell;
}
