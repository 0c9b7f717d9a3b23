import type { SqlResult } from "@yeelen/query";

export type SqlFormat = "csv" | "parquet" | "arrow";

/** A result as a file, and how much of it is in there. */
export interface SqlFile {
  readonly name: string;
  readonly content: Blob;
  readonly rows: number;
  /** Whether rows were cut off at the limit. */
  readonly truncated: boolean;
}

const types = {
  csv: "text/csv",
  parquet: "application/vnd.apache.parquet",
  arrow: "application/vnd.apache.arrow.stream",
} as const satisfies Record<SqlFormat, string>;
const endings = { csv: "csv", parquet: "parquet", arrow: "arrows" } as const satisfies Record<
  SqlFormat,
  string
>;

/**
 * Writes batches as they come. Each part goes to the browser at once, which keeps large ones on disk, so that a long
 * result never stands in the page's memory as a whole; a file that was cut says so in its name.
 */
export async function sqlFile(
  format: SqlFormat,
  batches: AsyncIterable<SqlResult>,
  onRows: (rows: number) => void,
): Promise<SqlFile> {
  const { toArrowParts, toCsvParts, toParquetParts } = await import("@yeelen/query/export");
  const counted = { rows: 0, truncated: false };
  const passing = count(batches, counted, onRows);
  const write = { csv: toCsvParts, parquet: toParquetParts, arrow: toArrowParts }[format];
  const type = types[format];
  let content = new Blob([], { type });
  for await (const part of write(passing)) content = new Blob([content, part as BlobPart], { type });
  const name = counted.truncated ? `result-first-${counted.rows}-rows` : "result";
  return { name: `${name}.${endings[format]}`, content, ...counted };
}

async function* count(
  batches: AsyncIterable<SqlResult>,
  counted: { rows: number; truncated: boolean },
  onRows: (rows: number) => void,
): AsyncGenerator<SqlResult, void, void> {
  for await (const batch of batches) {
    counted.rows += batch.rows.length;
    counted.truncated = batch.truncated;
    onRows(counted.rows);
    yield batch;
  }
}
