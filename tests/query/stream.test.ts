import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog, viewsEngine, type OpenCatalog, type SqlResult } from "@yeelen/query";
import { toCsvParts } from "@yeelen/query/export";
import { nativeEngine } from "@yeelen/query/native";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hostileSql } from "./hostile.ts";
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
  await published.remove();
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
