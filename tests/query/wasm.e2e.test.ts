import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { IndicatorQuery } from "@yeelen/dataset";
import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog, viewsEngine, type OpenCatalog } from "@yeelen/query";
import { nativeEngine } from "@yeelen/query/native";
import fc from "fast-check";
import type { Browser, Page as Tab } from "playwright";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../browser.ts";
import { hostileSql } from "./hostile.ts";
import type { Page } from "./page.ts";
import { publishFigures, publishMadeUp, type Published } from "./published.ts";
import { answerableQuestion, indicatorsOf } from "./question.ts";
import { sqlQuestions } from "./sql-questions.ts";
import { facts } from "./facts.ts";
import { rangeHost, type RangeHost } from "./range-host.ts";

let published: Published;
let figures: Published;
let bundle: string;
let site: RangeHost;
let browser: Browser;
let native: OpenCatalog;

const question = {
  indicator: "people",
  areas: ["MLI", "NER"],
  period: [2010, 2016],
  by: ["sex", "age"],
  measure: "rate",
} satisfies IndicatorQuery;

beforeAll(async () => {
  published = await publishMadeUp();
  bundle = await mkdtemp(join(tmpdir(), "yeelen-page-"));
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      outDir: bundle,
      target: "es2022",
      lib: { entry: fileURLToPath(new URL("page.ts", import.meta.url)), formats: ["es"], fileName: "page" },
    },
  });
  figures = await publishFigures();
  site = await rangeHost({
    "/figures/": figures.folder,
    "/page/": bundle,
    "/data/": published.folder,
    "/wasm/": fileURLToPath(new URL("../../packages/query/src/wasm", import.meta.url)),
    "/engine/": fileURLToPath(new URL("../../node_modules/@duckdb/duckdb-wasm/dist", import.meta.url)),
  });
  browser = await launchChromium();
  native = await openCatalog(published.url, { fetch: fetchFile, engines: [viewsEngine(), nativeEngine()] });
});
afterAll(async () => {
  await browser?.close();
  await native?.close();
  await site?.close();
  await published?.remove();
  await figures?.remove();
  await rm(bundle, { recursive: true, force: true });
});

/** A fresh tab with the page's code, and every request it makes. */
async function openTab(): Promise<{ tab: Tab; requests: string[] }> {
  const tab = await browser.newPage();
  const requests: string[] = [];
  tab.on("request", (request) => requests.push(request.url()));
  await tab.goto(`${site.origin}/`);
  await tab.waitForFunction(() => "yeelen" in globalThis);
  return { tab, requests };
}

test("wasmEngine answers in Chromium as native DuckDB does, from this origin alone, loaded once", async () => {
  const { tab, requests } = await openTab();
  const answers = await tab.evaluate(async (asked) => {
    const { open, progress } = (globalThis as unknown as { yeelen: Page }).yeelen;
    const catalog = await open();
    const first = await catalog.query(asked, { engine: "wasm" });
    const second = await catalog.query({ ...asked, measure: "index" }, { engine: "wasm" });
    return { first, second, progress };
  }, question);
  const expected = await native.query(question, { engine: "native" });
  expect(answers.first.rows).toEqual(expected.rows);
  expect(answers.first.digest).toBe(expected.digest);
  expect(answers.first.provenance.engine).toBe("wasm");
  expect(answers.second.digest).toBe((await native.query({ ...question, measure: "index" })).digest);
  expect(requests.filter((url) => !url.startsWith(site.origin))).toEqual([]);
  expect(requests.filter((url) => url.endsWith(".wasm"))).toHaveLength(1);
  expect(
    answers.progress.some(({ stage, loaded, total }) => stage === "data" && loaded > 0 && loaded === total),
  ).toBe(true);
  expect(answers.progress.some(({ stage, loaded }) => stage === "engine" && loaded > 1e6)).toBe(true);
  await tab.close();
});

test("wasmEngine, views and native DuckDB answer 200 questions alike", async () => {
  const { tab } = await openTab();
  const questions = fc.sample(answerableQuestion(await indicatorsOf(native)), {
    numRuns: 200,
    seed: 20200101,
  });
  const digests = await tab.evaluate(async (asked) => {
    const catalog = await (globalThis as unknown as { yeelen: Page }).yeelen.open();
    const found = [];
    for (const one of asked) found.push((await catalog.query(one, { engine: "wasm" })).digest);
    return found;
  }, questions);
  for (const [index, one] of questions.entries()) {
    const expected = await native.query(one, { engine: "native" });
    expect(digests[index], JSON.stringify(one)).toBe(expected.digest);
  }
  await tab.close();
});

test("wasmEngine reads a large file by ranges, and says the same", async () => {
  const { tab } = await openTab();
  site.sent.length = 0;
  const answer = await tab.evaluate(async (asked) => {
    const catalog = await (globalThis as unknown as { yeelen: Page }).yeelen.open({ wholeUpTo: 0 });
    return catalog.query(asked, { engine: "wasm" });
  }, question);
  expect(answer.digest).toBe((await native.query(question)).digest);
  const parts = site.sent.filter(({ path }) => path.endsWith(".duckdb"));
  expect(parts.length).toBeGreaterThan(2);
  await tab.close();
});

test("wasmEngine reads the file whole from a host that serves no parts, and refuses what no browser should hold", async () => {
  const { tab } = await openTab();
  site.ranges = false;
  try {
    const [digest, error] = await tab.evaluate(async (asked) => {
      const { open } = (globalThis as unknown as { yeelen: Page }).yeelen;
      const whole = await (await open({ wholeUpTo: 0 })).query(asked, { engine: "wasm" });
      const limited = await open({ wholeUpTo: 0, wholeAtMost: 1000 });
      const failed = await limited.query(asked, { engine: "wasm" }).catch((reason: Error) => reason.message);
      return [whole.digest, failed];
    }, question);
    expect(digest).toBe((await native.query(question)).digest);
    expect(error).toMatch(
      /^wasm is not available: made-up\/2020-01-01 has \d+ MB and its host does not serve parts/,
    );
  } finally {
    site.ranges = true;
  }
  await tab.close();
});

test("wasmEngine gives an error, never another figure, for a flipped byte, read whole or by ranges", async () => {
  const { tab } = await openTab();
  const { size } = await stat(join(published.folder, "made-up/2020-01-01/observations.duckdb"));
  const expected = (await native.query(question)).digest;
  const path = "/data/made-up/2020-01-01/observations.duckdb";
  try {
    for (let flip = 0; flip < 4; flip++) {
      site.flip = { path, at: Math.floor(((flip + 0.5) / 4) * size) };
      for (const wholeUpTo of flip ? [0] : [0, 2 ** 30]) {
        const result = await tab.evaluate(
          async ([asked, wholeUpTo]) => {
            const catalog = await (globalThis as unknown as { yeelen: Page }).yeelen.open({ wholeUpTo });
            const outcome = await catalog.query(asked, { engine: "wasm" }).then(
              (answer) => answer.digest,
              (error: Error) => `${error.name}: ${error.message}`,
            );
            await catalog.close();
            return outcome;
          },
          [question, wholeUpTo] as const,
        );
        // by ranges, a byte that the question does not touch is not read
        if (wholeUpTo) expect(result).toMatch(/^IntegrityError: /);
        else expect(result === expected || /rror/.test(result), result).toBe(true);
      }
    }
  } finally {
    site.flip = undefined;
  }
  await tab.close();
});

test("wasmEngine refuses by ranges a database whose head is not the manifest's, in each of its three headers", async () => {
  const { tab } = await openTab();
  const path = "/data/made-up/2020-01-01/observations.duckdb";
  try {
    for (const at of [60, 4096 + 2000, 2 * 4096 + 4095]) {
      site.flip = { path, at };
      const message = await tab.evaluate(async (asked) => {
        const catalog = await (globalThis as unknown as { yeelen: Page }).yeelen.open({ wholeUpTo: 0 });
        return catalog.query(asked, { engine: "wasm" }).then(
          () => "answered",
          (error: Error) => `${error.name}: ${error.message}`,
        );
      }, question);
      expect(message, `byte ${at}`).toMatch(
        /^IntegrityError: file differs from its manifest: observations\.duckdb has sha256 [0-9a-f]{64} in its first 12288 bytes/,
      );
    }
  } finally {
    site.flip = undefined;
  }
  await tab.close();
});

test("wasmEngine stops at its time limit or when its reader leaves, and starts again for the next question", async () => {
  const { tab } = await openTab();
  const outcome = await tab.evaluate(async (asked) => {
    const catalog = await (globalThis as unknown as { yeelen: Page }).yeelen.open();
    const endless = "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range % 7 = b.range % 5";
    await catalog.query(asked, { engine: "wasm" });
    const started = performance.now();
    const late = await catalog.sql(endless, { timeLimit: 300 }).catch((error: Error) => error.message);
    const took = performance.now() - started;
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("the reader left")), 100);
    const left = await catalog
      .sql(endless, { signal: controller.signal })
      .catch((error: Error) => error.message);
    const again = await catalog.query(asked, { engine: "wasm" });
    await catalog.close();
    return { late, took, left, digest: again.digest };
  }, question);
  expect(outcome.late).toContain("time limit: 300 ms are over");
  expect(outcome.took).toBeLessThan(3000);
  expect(outcome.left).toBe("the reader left");
  expect(outcome.digest).toBe((await native.query(question)).digest);
  await tab.close();
});

test("wasmEngine refuses hostile SQL as native DuckDB does, and asks no other origin", async () => {
  const { tab, requests } = await openTab();
  const { accepted, tables, cut } = await tab.evaluate(async (statements) => {
    const catalog = await (globalThis as unknown as { yeelen: Page }).yeelen.open();
    const accepted: string[] = [];
    for (const text of statements)
      await catalog.sql(text, { timeLimit: 5000 }).then(
        () => accepted.push(text),
        () => undefined,
      );
    return {
      accepted,
      tables: await catalog.sql("SELECT count(*) FROM duckdb_tables() WHERE database_name = 'memory'"),
      cut: await catalog.sql("FROM range(1000)", { rowLimit: 5 }),
    };
  }, hostileSql);
  expect(accepted).toEqual([]);
  expect(tables.rows).toEqual([[0]]);
  expect(cut).toEqual({
    columns: [{ name: "range", type: "BIGINT" }],
    rows: [[0], [1], [2], [3], [4]],
    truncated: true,
  });
  expect(requests.filter((url) => !url.startsWith(site.origin))).toEqual([]);
  await tab.close();
});

test("catalog.sql(text) gives in Chromium what native DuckDB gives", async () => {
  const { tab } = await openTab();
  const text = `SELECT indicator, sex, count(*) AS rows, sum(value) AS total, min(period) AS first, bool_or(absence = 'suppressed') AS hidden
    FROM observations JOIN areas ON areas.code = observations.area GROUP BY ALL ORDER BY ALL`;
  const result = await tab.evaluate(async (text) => {
    const catalog = await (globalThis as unknown as { yeelen: Page }).yeelen.open();
    return catalog.sql(text);
  }, text);
  expect(result).toEqual(await native.sql(text));
  expect(result.rows.length).toBeGreaterThan(5);
  await tab.close();
});

test("a page that may not start a worker answers from the views, and says why when asked for more", async () => {
  site.headers = { "Content-Security-Policy": "worker-src 'none'; script-src 'self' 'wasm-unsafe-eval'" };
  try {
    const { tab } = await openTab();
    const result = await tab.evaluate(async (asked) => {
      const catalog = await (globalThis as unknown as { yeelen: Page }).yeelen.open();
      const refused = await catalog.query(asked, { engine: "wasm" }).catch((error: Error) => error.message);
      const { passedOver } = await catalog
        .explain(asked, { engine: "wasm" })
        .catch((error: Error) => ({ passedOver: error.message }));
      const answer = await catalog.query(asked);
      return { refused, passedOver, engine: answer.provenance.engine };
    }, question);
    expect(result.refused).toMatch(
      /^wasm is not available: (the page may not start a worker|its worker did not load)/,
    );
    expect(result.passedOver).toContain("wasm: ");
    expect(result.engine).toBe("views");
    await tab.close();
  } finally {
    site.headers = {};
  }
});

test("wasmEngine answers alike on a cross-origin isolated page", async () => {
  site.headers = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
  };
  try {
    const { tab, requests } = await openTab();
    const digest = await tab.evaluate(async (asked) => {
      const catalog = await (globalThis as unknown as { yeelen: Page }).yeelen.open({
        builds: {
          eh: { module: "/engine/duckdb-eh.wasm", worker: "/engine/duckdb-browser-eh.worker.js" },
        },
      });
      return (await catalog.query(asked, { engine: "wasm" })).digest;
    }, question);
    expect(digest).toBe((await native.query(question)).digest);
    expect(requests.filter((url) => url.endsWith(".wasm"))).toEqual([`${site.origin}/engine/duckdb-eh.wasm`]);
    await tab.close();
  } finally {
    site.headers = {};
  }
});

test("wasmEngine answers the ten questions of docs/query.md in Chromium as native DuckDB does", async () => {
  const { tab } = await openTab();
  const catalog = await openCatalog(figures.url, { fetch: fetchFile, engines: [nativeEngine()] });
  const results = await tab.evaluate(async (questions) => {
    const opened = await (globalThis as unknown as { yeelen: Page }).yeelen.open({}, "/figures/");
    const found = [];
    for (const { sql } of questions) found.push((await opened.sql(sql)).rows);
    return found;
  }, sqlQuestions);
  for (const [index, { title, sql }] of sqlQuestions.entries())
    expect(results[index], title).toEqual((await catalog.sql(sql)).rows);
  await catalog.close();
  await tab.close();
});

test.skipIf(facts.length === 0)("wasmEngine reproduces the figures that any build must", async () => {
  const { tab } = await openTab();
  const rows = await tab.evaluate(async (asked) => {
    const opened = await (globalThis as unknown as { yeelen: Page }).yeelen.open({}, "/figures/");
    const found = [];
    for (const { query } of asked) found.push((await opened.query(query, { engine: "wasm" })).rows);
    return found;
  }, facts);
  for (const [index, { query, value, absence }] of facts.entries())
    expect(rows[index], JSON.stringify(query)).toEqual([
      expect.objectContaining({ value, absence: absence ?? null }),
    ]);
  await tab.close();
});
