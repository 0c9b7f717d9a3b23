import type { SqlResult } from "../engine.ts";
import { columnsOf, type Kind } from "./columns.ts";

export { comparisonNotes, comparisonTable, type ComparisonWords } from "./comparison.ts";

/** RFC 4180, header first, LF; an absent cell is empty. Text that a spreadsheet would run as a formula is kept as text. */
export function toCsv({ columns, rows }: SqlResult): string {
  const lines = [columns.map(({ name }) => name), ...rows];
  return lines.map((cells) => `${cells.map(quoted).join(",")}\n`).join("");
}

/** The same, batch by batch, for `catalog.stream(text)`: a long result never stands in memory as a whole. */
export async function* toCsvParts(batches: AsyncIterable<SqlResult>): AsyncGenerator<string, void, void> {
  let headed = false;
  for await (const { columns, rows } of batches) {
    const lines = headed ? rows : [columns.map(({ name }) => name), ...rows];
    headed = true;
    if (lines.length) yield lines.map((cells) => `${cells.map(quoted).join(",")}\n`).join("");
  }
}

/** An Arrow IPC file. Loads its encoder when first asked for. */
export async function toArrow(result: SqlResult): Promise<Uint8Array> {
  const arrow = await import("@uwdata/flechette");
  const types = { boolean: arrow.bool(), int32: arrow.int32(), double: arrow.float64(), text: arrow.utf8() };
  const columns = columnsOf(result);
  const table = arrow.tableFromColumns(
    columns.map(({ name, kind, cells }) => [name, arrow.columnFromArray([...cells], types[kind])]),
  );
  const bytes = arrow.tableToIPC(table, { format: "file" });
  if (!bytes) throw new Error("cannot write Arrow: the encoder gave no bytes");
  return bytes;
}

/** A Parquet file, written by a library, since the engine in the browser cannot. Loads it when first asked for. */
export async function toParquet(result: SqlResult): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  const types = {
    boolean: "BOOLEAN",
    int32: "INT32",
    double: "DOUBLE",
    text: "STRING",
  } as const satisfies Record<Kind, string>;
  const columnData = columnsOf(result).map(({ name, kind, cells }) => ({
    name,
    data: [...cells],
    type: types[kind],
    nullable: true,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

function quoted(cell: string | number | boolean | null): string {
  if (cell === null) return "";
  const text = typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
