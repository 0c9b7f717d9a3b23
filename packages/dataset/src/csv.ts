/** Text that is a number too wide for a double is given as such, and is no formula though it begins with a minus. */
export type CsvCell = string | number | boolean | null | undefined | { readonly number: string };

/**
 * A table as RFC 4180 text with LF, header first; nothing is an empty cell. A text that a spreadsheet would run as a
 * formula gets an apostrophe in front. Where anything is not plain ASCII the text begins with a byte-order mark, without
 * which spreadsheets take it for another encoding.
 */
export function csvText(lines: Iterable<readonly CsvCell[]>): string {
  const text = csvLines(lines);
  return /\P{ASCII}/u.test(text) ? `\uFEFF${text}` : text;
}

/** Lines of such a table, without a mark: for a table that is written in parts. */
export function csvLines(lines: Iterable<readonly CsvCell[]>): string {
  let text = "";
  for (const line of lines) text += `${line.map(csvCell).join(",")}\n`;
  return text;
}

/** Text as spreadsheets may hold it. */
export function harmless(text: string): string {
  return /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
}

function csvCell(value: CsvCell): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return value.number;
  const text = typeof value === "string" ? harmless(value) : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
