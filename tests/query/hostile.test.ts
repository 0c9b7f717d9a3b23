import type { IndicatorQuery } from "@yeelen/dataset";
import { fetchFile } from "@yeelen/dataset/node";
import {
  fromAttributes,
  fromSearchParams,
  openCatalog,
  QuestionError,
  viewsEngine,
  type OpenCatalog,
} from "@yeelen/query";
import { nativeEngine } from "@yeelen/query/native";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hostileSql, hostileTexts, hungrySql, plainSql } from "./hostile.ts";
import { publishMadeUp, type Published } from "./published.ts";

let published: Published;
let catalog: OpenCatalog;
const question = { indicator: "people", areas: ["MLI"], period: [2010, 2016] } satisfies IndicatorQuery;
const fingerprint =
  "SELECT count(*) AS n, sum(value) AS total, count(DISTINCT area) AS areas, (SELECT count(*) FROM population) AS persons FROM observations";

beforeAll(async () => {
  published = await publishMadeUp();
  catalog = await openCatalog(published.url, { fetch: fetchFile, engines: [viewsEngine(), nativeEngine()] });
}, 120_000);
afterAll(async () => {
  await catalog.close();
});

const fields: readonly [string, (text: string) => object][] = [
  ["indicator", (text) => ({ indicator: text })],
  ["areas", (text) => ({ areas: [text] })],
  ["period", (text) => ({ period: text })],
  ["by", (text) => ({ by: [text] })],
  ["where", (text) => ({ where: { [text]: "F" } })],
  ["where.sex", (text) => ({ where: { sex: text } })],
  ["where.counterpart", (text) => ({ indicator: "origins", where: { counterpart: text } })],
  ["measure", (text) => ({ measure: text })],
  ["release", (text) => ({ release: text })],
  ["order", (text) => ({ order: text })],
  ["limit", (text) => ({ limit: text })],
];

test.each(fields)(
  "catalog.query({ %s: hostile text }) refuses it by name and leaves the tables as they were",
  async (field, hostile) => {
    const before = await catalog.sql(fingerprint);
    for (const text of hostileTexts)
      for (const engine of ["views", "native"]) {
        const error: unknown = await catalog
          .query({ ...question, ...hostile(text) } as never, { engine })
          .catch((caught: unknown) => caught);
        expect(error, text).toBeInstanceOf(QuestionError);
        expect((error as QuestionError).field.replace(/\[.*/, ""), text).toBe(field);
      }
    expect(await catalog.sql(fingerprint)).toEqual(before);
  },
);

test.each(["indicator", "areas", "period", "by", "where", "measure", "release", "order", "limit"])(
  "fromSearchParams and fromAttributes refuse hostile text in %s by name",
  (field) => {
    // a plain word is a well-formed indicator's name; that there is none such only a catalogue knows
    for (const text of hostileTexts.filter((one) => field !== "indicator" || !/^[a-z0-9]+$/.test(one))) {
      const pairs = { indicator: "people", areas: "MLI", period: "latest", [field]: text };
      const attempts = [() => fromSearchParams(new URLSearchParams(pairs)), () => fromAttributes(pairs)];
      for (const attempt of attempts) expect(attempt, text).toThrow(new RegExp(`^not allowed in ${field}`));
    }
  },
);

test("catalog.query(question) is not misled by lists without end, deep nesting or inherited fields", async () => {
  let deep: unknown = "F";
  for (let level = 0; level < 50_000; level++) deep = [deep];
  const wrong: object[] = [
    { areas: Array(1_000_000).fill("MLI") },
    { by: deep },
    { where: { sex: deep } },
    { by: Array(5).fill("sex") },
    JSON.parse('{"__proto__": {"limit": 1}}'),
    JSON.parse('{"where": {"__proto__": "F"}}'),
    { constructor: {} },
    { toString: "x" },
  ];
  for (const change of wrong)
    await expect(catalog.query({ ...question, ...change } as never)).rejects.toThrow(/^not allowed in|^$/);
});

test("catalog.query(question) is the same where Object.prototype was polluted", async () => {
  const clean = await catalog.query(question);
  const prototype = Object.prototype as Record<string, unknown>;
  Object.assign(prototype, {
    limit: 1,
    measure: "rank",
    where: { sex: "F" },
    by: ["age"],
    sex: "F",
    age: "U",
  });
  try {
    expect((await catalog.query({ ...question })).digest).toBe(clean.digest);
  } finally {
    for (const name of ["limit", "measure", "where", "by", "sex", "age"]) delete prototype[name];
  }
});

test.each(hostileSql)("catalog.sql(%j) is refused", async (text) => {
  await expect(catalog.sql(text, { timeLimit: 2000 })).rejects.toThrow();
  expect(
    (await catalog.sql("SELECT count(*) FROM duckdb_tables() WHERE database_name = 'memory'")).rows,
  ).toEqual([[0]]);
});

test.each(plainSql)("catalog.sql(%j) is answered", async (text) => {
  await expect(catalog.sql(text)).resolves.toHaveProperty("rows");
});

test("catalog.sql(text) names what it refuses, and what to write in place of a blank that is none", async () => {
  await expect(catalog.sql("SELECT pg_sleep(1)")).rejects.toThrow(
    'not allowed in sql: "pg_sleep"; allowed: functions',
  );
  await expect(catalog.sql("SELECT\u00a01")).rejects.toThrow(
    '"U+00A0"; allowed: plain spaces; within a text write chr(160)',
  );
  await expect(catalog.sql("SELEC 1")).rejects.toThrow("syntax error");
  await expect(catalog.sql("SELECT 1; SELECT 2")).rejects.toThrow("2 statements");
});

test("catalog.sql(text) begins nothing while what was given up goes on, so that memory does not add up", async () => {
  // a tenth of a gigabyte, made in one call that nothing can interrupt
  const grown = Array.from({ length: 7 }).reduce<string>(
    (inner) => `replace(${inner}, 'x', 'xxxxxxxxxx')`,
    "'xxxxxxxxxx'",
  );
  const before = process.memoryUsage.rss();
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss() - before)), 5);
  for (let turn = 0; turn < 6; turn++)
    await catalog.sql(`SELECT length(${grown})`, { timeLimit: 50 }).catch(() => undefined);
  expect((await catalog.sql("SELECT 1 AS one", { timeLimit: 60_000 })).rows).toEqual([[1]]);
  clearInterval(watch);
  expect(most).toBeLessThan(600e6);
});

test.each(hungrySql)("catalog.sql(text) outlives %s", async (_, text) => {
  await expect(catalog.sql(text, { timeLimit: 1000 })).rejects.toThrow();
  expect((await catalog.sql("SELECT 1 AS one")).rows).toEqual([[1]]);
});

test("catalog.sql(text) ends at its time limit", async () => {
  const started = performance.now();
  await expect(
    catalog.sql("SELECT count(*) FROM range(100000000) a, range(100000) b WHERE a.range % 7 = b.range % 5", {
      timeLimit: 300,
    }),
  ).rejects.toThrow("time limit: 300 ms are over");
  expect(performance.now() - started).toBeLessThan(3000);
  expect((await catalog.sql("SELECT 1 AS one")).rows).toEqual([[1]]);
});

test("catalog.sql(text) sets its caller free at its time limit, where one call of a function goes on", async () => {
  const doubled = Array.from({ length: 28 }).reduce<string>(
    (inner) => `SELECT t || t AS t FROM (${inner})`,
    "SELECT range::VARCHAR AS t FROM range(2)",
  );
  await expect(catalog.sql(`SELECT max(length(t)) FROM (${doubled})`, { timeLimit: 20 })).rejects.toThrow(
    "time limit: 20 ms are over",
  );
  expect((await catalog.sql("SELECT 1 AS one")).rows).toEqual([[1]]);
});

test("catalog.sql(text, { signal }) ends when its reader leaves", async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error("the reader left")), 100);
  await expect(
    catalog.sql("SELECT count(*) FROM range(100000000) a, range(100000) b WHERE a.range % 7 = b.range % 5", {
      signal: controller.signal,
    }),
  ).rejects.toThrow("the reader left");
});

test("catalog.sql(text, { rowLimit }) cuts off and says so", async () => {
  const { rows, truncated } = await catalog.sql("FROM range(1000)", { rowLimit: 10 });
  expect([rows.length, truncated]).toEqual([10, true]);
  expect((await catalog.sql("FROM range(10)", { rowLimit: 10 })).truncated).toBe(false);
  await expect(catalog.sql("SELECT 1", { rowLimit: 1e9 })).rejects.toThrow("not allowed in rowLimit");
});

test("catalog.sql(text) reads every table of the current releases", async () => {
  const { rows } = await catalog.sql("SHOW TABLES");
  expect(rows.flat()).toEqual(
    expect.arrayContaining(["areas", "indicators", "observations", "population", "sources"]),
  );
  const { columns, rows: counts } = await catalog.sql(
    "SELECT dataset, count(*) AS rows FROM observations GROUP BY dataset ORDER BY dataset",
  );
  expect(columns).toEqual([
    { name: "dataset", type: "VARCHAR" },
    { name: "rows", type: "BIGINT" },
  ]);
  expect(counts.map(([dataset]) => dataset)).toEqual(["made-up", "made-up-population"]);
});
