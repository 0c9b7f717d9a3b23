import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { RecordBatchReader, tableFromIPC } from "apache-arrow";
import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog, viewsEngine, type OpenCatalog, type SqlResult } from "@yeelen/query";
import { toArrowParts, toCsvParts, toParquetParts } from "@yeelen/query/export";
import { nativeEngine } from "@yeelen/query/native";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hostileSql } from "./hostile.ts";
import { sqlValuesResult, sqlValuesText } from "./sql-values.ts";
import { publishMadeUp, type Published } from "./published.ts";

let published: Published;
let catalog: OpenCatalog;
const endless = "SELECT count(*) FROM range(100000000) a, range(100000) b WHERE a.range % 7 = b.range % 5";

beforeAll(async () => {
  published = await publishMadeUp();
  catalog = await openCatalog(published.url, { fetch: fetchFile, engines: [viewsEngine(), nativeEngine()] });
}, 120_000);
afterAll(async () => {
  await catalog.close();
});

async function drain(batches: AsyncIterable<SqlResult>): Promise<void> {
  for await (const batch of batches) void batch;
}

test("catalog.stream(text) gives a million rows in order, never more than a few thousand at once", async () => {
  let [rows, largest, last] = [0, 0, -1];
  for await (const batch of catalog.stream("FROM range(1000000)")) {
    expect(batch.truncated).toBe(false);
    largest = Math.max(largest, batch.rows.length);
    if (batch.rows.length) expect(batch.rows[0]).toEqual([last + 1]);
    rows += batch.rows.length;
    last = rows - 1;
  }
  expect(rows).toBe(1_000_000);
  expect(largest).toBeLessThanOrEqual(10_000);
});

test("catalog.stream(text) gives the rows and columns that catalog.sql(text) gives", async () => {
  for (const text of [
    "SELECT area, period, value, low, absence FROM observations ORDER BY ALL",
    "FROM areas WHERE false",
  ]) {
    const expected = await catalog.sql(text, { rowLimit: 100_000 });
    const parts: SqlResult[] = [];
    for await (const batch of catalog.stream(text)) parts.push(batch);
    expect(parts[0]?.columns).toEqual(expected.columns);
    expect(parts.flatMap(({ rows }) => rows)).toEqual(expected.rows);
  }
});

test("catalog.sql(text) and catalog.stream(text) give every type of value exactly, as truth, number or text", async () => {
  expect(await catalog.sql(sqlValuesText)).toEqual(sqlValuesResult);
  const parts: SqlResult[] = [];
  for await (const batch of catalog.stream(sqlValuesText)) parts.push(batch);
  expect(parts.flatMap(({ rows }) => rows)).toEqual(sqlValuesResult.rows);
});

test("catalog.stream(text) may be left in the middle, and the engine answers on", async () => {
  for await (const { rows } of catalog.stream("FROM range(1000000) a, range(1000000) b"))
    if (rows.length) break;
  expect((await catalog.sql("SELECT 1 AS one")).rows).toEqual([[1]]);
});

test("catalog.stream(text, { signal }) ends in the middle when its reader leaves", async () => {
  const controller = new AbortController();
  const read = async () => {
    for await (const { rows } of catalog.stream("FROM range(1000000)", { signal: controller.signal }))
      if (rows.length) controller.abort(new Error("the reader left"));
  };
  await expect(read()).rejects.toThrow("the reader left");
});

test("catalog.stream(text) is held to its rows and its time", async () => {
  const parts: SqlResult[] = [];
  for await (const batch of catalog.stream("FROM range(1000000)", { rowLimit: 5000 })) parts.push(batch);
  expect(parts.flatMap(({ rows }) => rows)).toHaveLength(5000);
  expect(parts.map(({ truncated }) => truncated)).toEqual(parts.map((_, at) => at === parts.length - 1));
  await expect(drain(catalog.stream(endless, { timeLimit: 300 }))).rejects.toThrow(
    "time limit: 300 ms are over",
  );
  await expect(drain(catalog.stream("SELECT 1", { rowLimit: 1e9 }))).rejects.toThrow(
    "not allowed in rowLimit",
  );
});

test("catalog.stream(text) refuses what catalog.sql(text) refuses", async () => {
  for (const text of hostileSql)
    await expect(drain(catalog.stream(text, { timeLimit: 2000 })), text).rejects.toThrow();
});

test("toCsvParts(batches) writes one header, then every row", async () => {
  let text = "";
  for await (const part of toCsvParts(catalog.stream("SELECT range AS n, NULL AS nothing FROM range(5000)")))
    text += part;
  const lines = text.split("\n");
  expect(lines.slice(0, 3)).toEqual(["n,nothing", "0,", "1,"]);
  expect(lines).toHaveLength(5002);
});

const typed = `SELECT range::INTEGER AS small, 9007199254740993 + range AS wide, range / 4 AS part, range % 2 = 0 AS even,
  CASE WHEN range % 3 = 0 THEN NULL ELSE 'n ' || range END AS text, sum(range) OVER (ORDER BY range ROWS 2 PRECEDING) AS whole,
  DATE '2020-01-01' + range::INTEGER AS day, 1 AS twice, 2 AS twice
  FROM range(70000) ORDER BY range`;

async function collected(parts: AsyncIterable<Uint8Array>): Promise<{ bytes: Uint8Array; largest: number }> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return { bytes: Buffer.concat(all), largest: Math.max(...all.map(({ byteLength }) => byteLength)) };
}

test("toArrowParts(batches) is one IPC stream, which another library reads a batch at a time, every number exact", async () => {
  const { bytes, largest } = await collected(toArrowParts(catalog.stream(typed)));
  const table = tableFromIPC(bytes);
  expect(table.schema.fields.map(({ name, type }) => `${name} ${type}`)).toEqual([
    "small Int32",
    "wide Int64",
    "part Float64",
    "even Bool",
    "text Utf8",
    "whole Float64",
    "day Utf8",
    "twice Int32",
    "twice_1 Int32",
  ]);
  expect(table.numRows).toBe(70_000);
  expect(Object.values(table.get(69_999)?.toJSON() ?? {})).toEqual([
    69_999,
    9007199254810992n,
    17_499.75,
    false,
    null,
    209_994,
    "2211-08-27",
    1,
    2,
  ]);
  expect([...RecordBatchReader.from(bytes)].length).toBeGreaterThan(10);
  expect(largest).toBeLessThan(bytes.byteLength / 10);
});

test("toParquetParts(batches) is one file of several row groups, which DuckDB reads", async () => {
  const folder = await mkdtemp(join(tmpdir(), "yeelen-"));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const { bytes } = await collected(toParquetParts(catalog.stream(typed)));
    await writeFile(join(folder, "result.parquet"), bytes);
    const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJS();
    const file = `'${join(folder, "result.parquet")}'`;
    expect(await read(`SELECT * FROM ${file} WHERE small = 69998`)).toEqual([
      [69_998, 9007199254810991n, 17_499.5, true, "n 69998", 209_991, "2211-08-26", 1, 2],
    ]);
    expect(
      await read(`SELECT count(*)::INTEGER, sum(small)::DOUBLE, count(text)::INTEGER FROM ${file}`),
    ).toEqual([[70_000, (69_999 * 70_000) / 2, 46_666]]);
    expect(await read(`SELECT count(DISTINCT row_group_id)::INTEGER FROM parquet_metadata(${file})`)).toEqual(
      [[2]],
    );
    const none = await collected(toParquetParts(catalog.stream("FROM areas WHERE false")));
    await writeFile(join(folder, "result.parquet"), none.bytes);
    expect(await read(`SELECT count(*)::INTEGER FROM ${file}`)).toEqual([[0]]);
  } finally {
    connection.closeSync();
    await rm(folder, { recursive: true });
  }
});

test("toArrowParts and toParquetParts refuse to round a whole number, and write a column of nothing", async () => {
  const wide = "SELECT 170141183460469231731687303715884105727::HUGEINT AS n";
  await expect(collected(toArrowParts(catalog.stream(wide)))).rejects.toThrow(
    "cannot write n 170141183460469231731687303715884105727 as a number",
  );
  await expect(collected(toParquetParts(catalog.stream(wide)))).rejects.toThrow(
    "CAST(n AS VARCHAR) keeps it",
  );
  const nothing = "SELECT NULL AS nothing, 'NaN'::DOUBLE AS none FROM range(3)";
  const { bytes } = await collected(toArrowParts(catalog.stream(nothing)));
  expect(
    tableFromIPC(bytes)
      .toArray()
      .map((row) => Object.values(row.toJSON())),
  ).toEqual(Array(3).fill([null, NaN]));
  const empty = await collected(toArrowParts(catalog.stream("FROM areas WHERE false")));
  expect(tableFromIPC(empty.bytes).numRows).toBe(0);
});
