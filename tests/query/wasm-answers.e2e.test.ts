import { madeUpQuestion as question } from "./question.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerableQuestion, indicatorsOf } from "./question.ts";
import { sqlValuesResult, sqlValuesText } from "./sql-values.ts";
import { wasmSite, type PageGlobal, type WasmSite } from "./wasm-site.ts";

let site: WasmSite;

beforeAll(async () => {
  site = await wasmSite();
});
afterAll(() => site?.close());

test("wasmEngine answers in Chromium as native DuckDB does, from this origin alone, loaded once", async () => {
  const { tab, requests } = await site.openTab();
  const answers = await tab.evaluate(async (asked) => {
    const { open, progress } = (globalThis as unknown as PageGlobal).yeelen;
    const catalog = await open();
    const first = await catalog.query(asked, { engine: "wasm" });
    const second = await catalog.query({ ...asked, measure: "index" }, { engine: "wasm" });
    return { first, second, progress };
  }, question);
  const expected = await site.native.query(question, { engine: "native" });
  expect(answers.first.rows).toEqual(expected.rows);
  expect(answers.first.digest).toBe(expected.digest);
  expect(answers.first.provenance.engine).toBe("wasm");
  expect(answers.second.digest).toBe((await site.native.query({ ...question, measure: "index" })).digest);
  expect(requests.filter((url) => !url.startsWith(site.host.origin))).toEqual([]);
  expect(requests.filter((url) => url.endsWith(".wasm"))).toHaveLength(1);
  expect(
    answers.progress.some(({ stage, loaded, total }) => stage === "data" && loaded > 0 && loaded === total),
  ).toBe(true);
  expect(answers.progress.some(({ stage, loaded }) => stage === "engine" && loaded > 1e6)).toBe(true);
  await tab.close();
});

test("wasmEngine, views and native DuckDB answer 200 questions alike", async () => {
  const { tab } = await site.openTab();
  const questions = fc.sample(answerableQuestion(await indicatorsOf(site.native)), {
    numRuns: 200,
    seed: 20200101,
  });
  const digests = await tab.evaluate(async (asked) => {
    const catalog = await (globalThis as unknown as PageGlobal).yeelen.open();
    const found = [];
    for (const one of asked) found.push((await catalog.query(one, { engine: "wasm" })).digest);
    return found;
  }, questions);
  for (const [index, one] of questions.entries()) {
    const expected = await site.native.query(one, { engine: "native" });
    expect(digests[index], JSON.stringify(one)).toBe(expected.digest);
  }
  await tab.close();
});

test("catalog.sql(text) gives in Chromium what native DuckDB gives", async () => {
  const { tab } = await site.openTab();
  const text = `SELECT indicator, sex, count(*) AS rows, sum(value) AS total, min(period) AS first, bool_or(absence = 'suppressed') AS hidden
    FROM observations JOIN areas ON areas.code = observations.area GROUP BY ALL ORDER BY ALL`;
  const result = await tab.evaluate(async (text) => {
    const catalog = await (globalThis as unknown as PageGlobal).yeelen.open();
    return catalog.sql(text);
  }, text);
  expect(result).toEqual(await site.native.sql(text));
  expect(result.rows.length).toBeGreaterThan(5);
  await tab.close();
});

test("wasmEngine answers alike on a cross-origin isolated page", async () => {
  site.host.headers = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
  };
  try {
    const { tab, requests } = await site.openTab();
    const digest = await tab.evaluate(async (asked) => {
      const catalog = await (globalThis as unknown as PageGlobal).yeelen.open({
        builds: {
          eh: { module: "/engine/duckdb-eh.wasm", worker: "/engine/duckdb-browser-eh.worker.js" },
        },
      });
      return (await catalog.query(asked, { engine: "wasm" })).digest;
    }, question);
    expect(digest).toBe((await site.native.query(question)).digest);
    expect(requests.filter((url) => url.endsWith(".wasm"))).toEqual([
      `${site.host.origin}/engine/duckdb-eh.wasm`,
    ]);
    await tab.close();
  } finally {
    site.host.headers = {};
  }
});

test("catalog.sql(text) and catalog.stream(text) give every type of value in Chromium as everywhere", async () => {
  const { tab } = await site.openTab();
  const [whole, streamed] = await tab.evaluate(async (text) => {
    const catalog = await (globalThis as unknown as PageGlobal).yeelen.open();
    const whole = await catalog.sql(text);
    const streamed = [];
    for await (const { columns, rows } of catalog.stream(text)) streamed.push({ columns, rows });
    return [whole, streamed];
  }, sqlValuesText);
  expect(whole).toEqual(sqlValuesResult);
  const { columns, rows } = sqlValuesResult;
  expect(streamed).toEqual([
    { columns, rows: [] },
    { columns, rows },
  ]);
  await tab.close();
});
