import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  Bool,
  Field,
  Float64,
  Int32,
  Int64,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  Schema,
  Struct,
  Utf8,
  vectorFromArray,
  type DataType,
} from "apache-arrow";
import { identifier, type Store } from "../release/store.ts";
import { mediaTypes, type ReleaseContent, type WrittenFile } from "../release/release-content.ts";
import { databaseTables, type DatabaseTable } from "./database-tables.ts";

/** A release with a table of more rows has no Arrow: it would be written through JavaScript. Parquet and DuckDB have no such bound. */
export const mostArrowRows = 1_000_000;
const batchRows = 65_536;

/**
 * Every table of the release as an Arrow IPC file of its own, `observations.arrow` first: plain text and numbers, no
 * dictionaries, no metadata. Together they hold what the database file holds, for an engine that cannot have that one.
 */
export async function writeArrow({ store, folder, tables }: ReleaseContent): Promise<WrittenFile[]> {
  const wanted = databaseTables({ tables });
  for (const { table } of wanted) {
    const [counted] = await store.rows<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`);
    if ((counted?.rows ?? 0) > mostArrowRows) return [];
  }
  const files = [];
  for (const one of wanted) {
    const path = `${one.name}.arrow`;
    await writeTable(store, one, join(folder, path));
    files.push({ path, mediaType: mediaTypes.arrow });
  }
  return files;
}

async function writeTable(store: Store, table: DatabaseTable, file: string): Promise<void> {
  const schema = await schemaOf(store, table);
  const writer = new RecordBatchFileWriter();
  const done = pipeline(Readable.from(writer), createWriteStream(file));
  writer.reset(undefined, schema);
  for await (const batch of batches(store, table, schema)) writer.write(batch);
  writer.close();
  await done;
}

const types: Readonly<Record<string, () => DataType>> = {
  VARCHAR: () => new Utf8(),
  BOOLEAN: () => new Bool(),
  INTEGER: () => new Int32(),
  BIGINT: () => new Int64(),
  DOUBLE: () => new Float64(),
};
/** Columns of the observations that may be empty; of the other tables any may. */
const open = ["value", "low", "high", "absence"];

async function schemaOf(store: Store, { name, table }: DatabaseTable): Promise<Schema> {
  const columns = await store.rows<{ column_name: string; column_type: string }>(`DESCRIBE ${table}`);
  return new Schema(
    columns.map(({ column_name: column, column_type: type }) => {
      const make = type.startsWith("ENUM") ? types.VARCHAR : types[type];
      if (!make)
        throw new Error(
          `cannot write as Arrow: ${name}.${column} is ${type}, not ${Object.keys(types).join(", ")}`,
        );
      return new Field(column, make(), name !== "observations" || open.includes(column));
    }),
  );
}

async function* batches(store: Store, { table }: DatabaseTable, schema: Schema): AsyncGenerator<RecordBatch> {
  const names = schema.fields.map(({ name }) => identifier(name));
  for await (const columns of store.chunks(`SELECT ${names.join(", ")} FROM ${table}`, batchRows)) {
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
