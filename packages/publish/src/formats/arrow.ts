import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { observationColumns } from "@yeelen/dataset";
import {
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  Schema,
  Struct,
  Utf8,
  vectorFromArray,
  type DataType,
} from "apache-arrow";
import type { Store } from "../release/store.ts";
import { mediaTypes, type ReleaseContent, type WrittenFile } from "../release/release-content.ts";

/** Above this many rows there is no Arrow file: it would be written through JavaScript. Parquet and DuckDB have no such bound. */
export const mostArrowRows = 1_000_000;
const batchRows = 65_536;

const typeOf = (column: string): DataType =>
  column === "period" ? new Int32() : ["value", "low", "high"].includes(column) ? new Float64() : new Utf8();
const schema = new Schema(
  observationColumns.map(
    (column) => new Field(column, typeOf(column), ["value", "low", "high", "absence"].includes(column)),
  ),
);

/** `observations.arrow`: the observations as an Arrow IPC file, plain text and numbers, no dictionaries, no metadata. */
export async function writeArrow({ store, folder, rows }: ReleaseContent): Promise<WrittenFile[]> {
  if (rows > mostArrowRows) return [];
  const path = "observations.arrow";
  const writer = new RecordBatchFileWriter();
  const done = pipeline(Readable.from(writer), createWriteStream(join(folder, path)));
  writer.reset(undefined, schema);
  for await (const batch of batches(store)) writer.write(batch);
  writer.close();
  await done;
  return [{ path, mediaType: mediaTypes.arrow }];
}

async function* batches(store: Store): AsyncGenerator<RecordBatch> {
  const sql = `SELECT ${observationColumns.join(", ")} FROM observations`;
  for await (const columns of store.chunks(sql, batchRows)) {
    const children = schema.fields.map((field, index) => {
      const [data] = vectorFromArray(columns[index] ?? [], field.type).data;
      if (!data) throw new Error(`no values in column: ${field.name}`);
      return data;
    });
    const struct = makeData({
      type: new Struct(schema.fields),
      length: columns[0]?.length ?? 0,
      nullCount: 0,
      children,
    });
    yield new RecordBatch(schema, struct);
  }
}
