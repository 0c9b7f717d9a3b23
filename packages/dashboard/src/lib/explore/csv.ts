import type { Answer } from "@yeelen/dataset/plain";

/**
 * An answer's rows as RFC 4180 text with LF: its columns in order, empty cells for what is absent, and comment-free, so
 * that every program reads it. A text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function answerCsv({ columns, rows }: Pick<Answer, "columns" | "rows">): string {
  const names = columns.map(({ name }) => name);
  const lines = rows.map((row) => {
    const cells = new Map(Object.entries(row));
    return names.map((name) => cell(cells.get(name) ?? null));
  });
  return [names, ...lines].map((line) => `${line.join(",")}\n`).join("");
}

/** Lines of text as RFC 4180, quoted and made harmless in the same way. */
export function textCsv(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => `${line.map(cell).join(",")}\n`).join("");
}

function cell(value: unknown): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = String(value);
  const safe = /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
