import { escapeCell } from "./escape-cell.ts";

/** An RFC 4180 table with a header row; nothing becomes an empty cell. */
export function csvText(header: readonly string[], rows: Iterable<readonly unknown[]>): string {
  const lines = [header.map(escapeCell).join(",")];
  for (const row of rows) lines.push(row.map((cell) => escapeCell(String(cell ?? ""))).join(","));
  return `${lines.join("\n")}\n`;
}
