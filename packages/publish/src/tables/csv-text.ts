/**
 * A table of input as RFC 4180 text with LF, its header first: nothing is an empty cell, numbers stand as JavaScript
 * prints them. Unlike the files that readers get, a text that a spreadsheet would run stays as it is, for it is data.
 */
export function csvText(columns: readonly string[], rows: Iterable<readonly unknown[]>): string {
  let text = csvLine(columns);
  for (const row of rows) text += csvLine(row);
  return text;
}

function csvLine(cells: readonly unknown[]): string {
  return `${cells.map((cell) => csvCell(String(cell ?? ""))).join(",")}\n`;
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
