import type { AnswerColumn, AnswerRow } from "./answer.ts";

/** Lower-case hexadecimal SHA-256 (FIPS 180-4) of bytes or of a text's UTF-8. */
export async function sha256(content: Uint8Array | string): Promise<string> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const hash = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** sha256 over one JSON array a line: the column names, then each row's cells in that order. */
export function digestRows(columns: readonly AnswerColumn[], rows: readonly AnswerRow[]): Promise<string> {
  const names = columns.map((column) => column.name);
  const lines = rows.map((row) => JSON.stringify(names.map((name) => row[name as keyof AnswerRow] ?? null)));
  return sha256([JSON.stringify(names), ...lines].join("\n"));
}
