import type { SqlResult } from "../engine.ts";
import { columnsOf, kindsOf, type Kind } from "./columns.ts";

/** Rows of a row group: what is held until it is written. */
const groupRows = 65_536;

const types = {
  boolean: "BOOLEAN",
  int32: "INT32",
  int64: "INT64",
  double: "DOUBLE",
  text: "STRING",
} as const satisfies Record<Kind, string>;

/** A result as a Parquet file, written by a library, since the engine in the browser cannot. Loads it when first asked for. */
export async function toParquet(result: SqlResult): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of toParquetParts([result])) parts.push(part);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/**
 * Batches, as `catalog.stream(text)` gives them, as the parts of one Parquet file: a row group at a time, then what says
 * where each is. A long result never stands in memory as a whole.
 */
export async function* toParquetParts(
  batches: AsyncIterable<SqlResult> | Iterable<SqlResult>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import("hyparquet-writer");
  const bytes = new ByteWriter();
  const taken = () => {
    const part = bytes.getBytes().slice();
    bytes.index = 0;
    return part;
  };
  let columns: SqlResult["columns"] = [];
  let kinds: readonly Kind[] = [];
  let rows: SqlResult["rows"][number][] = [];
  let file: InstanceType<typeof ParquetWriter> | undefined;
  const dataOf = (rows: SqlResult["rows"]) =>
    columnsOf(columns, rows, kinds).map(({ name, kind, cells }) => ({
      name,
      data: [...cells],
      type: types[kind],
      nullable: true,
    }));
  for await (const batch of batches) {
    if (!file) {
      columns = batch.columns;
      kinds = kindsOf(batch);
      file = new ParquetWriter({ writer: bytes, schema: schemaFromColumnData({ columnData: dataOf([]) }) });
    }
    for (const row of batch.rows) {
      rows.push(row);
      if (rows.length < groupRows) continue;
      await file.write({ columnData: dataOf(rows), rowGroupSize: groupRows });
      rows = [];
      yield taken();
    }
  }
  if (!file) return;
  if (rows.length) await file.write({ columnData: dataOf(rows), rowGroupSize: groupRows });
  await file.finish();
  yield taken();
}
