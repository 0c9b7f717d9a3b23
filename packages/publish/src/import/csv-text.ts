import type { EventTable } from "./importer.ts";

/** One table as comma-separated text: RFC 4180 with LF line ends, an empty cell for null, numbers as JavaScript prints them. */
export function csvText({ columns, rows }: EventTable): string {
  return [columns, ...rows].map((row) => `${row.map(cellText).join(",")}\n`).join("");
}

function cellText(cell: string | number | null): string {
  if (cell === null) return "";
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
