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

function lines(rows: SqlResult["rows"]): string {
  return rows.map((cells) => `${cells.map(quoted).join(",")}\n`).join("");
}

/** A whole number too wide for a double, or one that is none, arrives as text and stays the number it is. */
const number = /^-(\d+|Infinity)$/;

function quoted(cell: string | number | boolean | null): string {
  if (cell === null) return "";
  const runs = typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) && !number.test(cell);
  const text = runs ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
