import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { tableFromIPC } from "apache-arrow";
import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog, type SqlResult } from "@yeelen/query";
import { toArrow, toCsv, toParquet } from "@yeelen/query/export";
import { nativeEngine } from "@yeelen/query/native";
import { expect, test } from "vitest";
import { publishMadeUp } from "./published.ts";

const result: SqlResult = {
  columns: [
    { name: "area", type: "VARCHAR" },
    { name: "period", type: "INTEGER" },
    { name: "value", type: "DOUBLE" },
    { name: "hidden", type: "BOOLEAN" },
    { name: "nothing", type: "VARCHAR" },
  ],
  rows: [
    ["MLI", 2011, 0.5, false, null],
    ['a "quoted", text\nof two lines', 2012, null, true, null],
    ["=1+1", -1, 1e300, null, null],
  ],
  truncated: false,
};

test("toCsv(result) quotes as RFC 4180 asks, leaves absent cells empty and runs in no spreadsheet", () => {
  expect(toCsv(result)).toBe(
    `area,period,value,hidden,nothing\nMLI,2011,0.5,false,\n"a ""quoted"", text\nof two lines",2012,,true,\n'=1+1,-1,1e+300,,\n`,
  );
});

test("toArrow(result) is read back by another library", async () => {
  const table = tableFromIPC(await toArrow(result));
  const names = table.schema.fields.map((field) => `${field.name} ${field.type}`);
  expect(names).toEqual(["area Utf8", "period Int32", "value Float64", "hidden Bool", "nothing Utf8"]);
  expect(table.toArray().map((row) => Object.values(row.toJSON()))).toEqual(result.rows);
});

test("toParquet(result) is read back by DuckDB, for what SQL gave over a release", async () => {
  const published = await publishMadeUp();
  const catalog = await openCatalog(published.url, { fetch: fetchFile, engines: [nativeEngine()] });
  const observations = await catalog.sql(
    "SELECT area, period, value, low, absence FROM observations ORDER BY ALL",
  );
  const folder = await mkdtemp(join(tmpdir(), "yeelen-"));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const one of [result, observations]) {
    const file = join(folder, "result.parquet");
    await writeFile(file, await toParquet(one));
    const reader = await connection.runAndReadAll(`SELECT * FROM '${file}'`);
    expect(reader.columnNames()).toEqual(one.columns.map(({ name }) => name));
    expect(reader.getRowsJS()).toEqual(one.rows);
  }
  connection.closeSync();
  await catalog.close();
  await rm(folder, { recursive: true });
});
