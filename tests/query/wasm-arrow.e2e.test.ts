import type { IndicatorQuery } from "@yeelen/dataset";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { hostileSql } from "./hostile.ts";
import { answerableQuestion, indicatorsOf, madeUpQuestion as question } from "./question.ts";
import { copyOf, publishMadeUp } from "./published.ts";
import { republishFile } from "./republish.ts";
import { wasmSite, type PageGlobal, type WasmSite } from "./wasm-site.ts";

let site: WasmSite;
const databases = { path: /\.duckdb$/, status: 404 } as const;
beforeAll(async () => {
  site = await wasmSite();
});
afterEach(() => {
  [site.host.missing, site.host.flip] = [undefined, undefined];
});
afterAll(() => site?.close());

/** Asks one question of a fresh engine: the digest and files of its answer, or its error. */
async function outcome(asked: IndicatorQuery, options: { readonly wholeUpTo?: number } = {}) {
  const { tab } = await site.openTab();
  const found = await tab.evaluate(
    async ([asked, options]) => {
      const catalog = await (globalThis as unknown as PageGlobal).yeelen.open(options);
      return catalog.query(asked, { engine: "wasm" }).then(
        ({ digest, provenance }) => ({ digest, files: provenance.files.map(({ path }) => path), error: "" }),
        (error: Error) => ({ digest: "", files: [], error: `${error.name}: ${error.message}` }),
      );
    },
    [asked, options] as const,
  );
  await tab.close();
  return found;
}

test("wasmEngine answers 100 questions from the Arrow files of a host without the database as native DuckDB does", async () => {
  site.host.missing = databases;
  const { tab, requests } = await site.openTab();
  const questions = fc.sample(answerableQuestion(await indicatorsOf(site.native)), {
    numRuns: 100,
    seed: 20260101,
  });
  const digests = await tab.evaluate(async (asked) => {
    const catalog = await (globalThis as unknown as PageGlobal).yeelen.open();
    const found = [];
    for (const one of asked) found.push((await catalog.query(one, { engine: "wasm" })).digest);
    return found;
  }, questions);
  for (const [index, one] of questions.entries())
    expect(digests[index], JSON.stringify(one)).toBe(
      (await site.native.query(one, { engine: "native" })).digest,
    );
  expect(requests.filter((url) => !url.startsWith(site.host.origin))).toEqual([]);
  await tab.close();
});

test("wasmEngine turns to Arrow where the database is not there or no longer, whole or by ranges", async () => {
  const { digest } = await site.native.query(question, { engine: "native" });
  const files = ["observations.arrow", "population.arrow"];
  site.host.missing = { ...databases, status: 410 };
  expect(await outcome(question)).toEqual({ digest, files, error: "" });
  site.host.missing = databases;
  expect(await outcome(question, { wholeUpTo: 0 })).toEqual({ digest, files, error: "" });
});

test("wasmEngine gives an error, never the Arrow files' figures, for a database that differs from its manifest", async () => {
  site.host.flip = { path: "/data/made-up/2020-01-01/observations.duckdb", at: 20_000 };
  expect((await outcome(question)).error).toMatch(
    /^IntegrityError: file differs from its manifest: observations\.duckdb/,
  );
  site.host.flip = { path: "/data/made-up/2020-01-01/observations.duckdb", at: 60 };
  expect((await outcome(question, { wholeUpTo: 0 })).error).toMatch(
    /^IntegrityError: .* in its first 12288 bytes/,
  );
});

test.each(["observations", "areas"])(
  "wasmEngine gives an error for a flipped byte in %s.arrow",
  async (table) => {
    site.host.missing = databases;
    const path = `made-up/2020-01-01/${table}.arrow`;
    site.host.flip = { path: `/data/${path}`, at: 300 };
    expect((await outcome(question)).error).toMatch(
      new RegExp(`^IntegrityError: file differs from its manifest: ${table}\\.arrow has sha256`),
    );
  },
);

test("catalog.sql(text) over Arrow files gives tables, types and rows as native DuckDB does, and stays locked", async () => {
  site.host.missing = databases;
  const texts = [
    "SHOW TABLES",
    ...["observations", "indicators", "areas", "population", "sources"].flatMap((name) => [
      `DESCRIBE ${name}`,
      `SELECT * FROM ${name} ORDER BY ALL LIMIT 5000`,
    ]),
  ];
  const { tab } = await site.openTab();
  const { results, accepted, own } = await tab.evaluate(
    async ([texts, hostile]) => {
      const catalog = await (globalThis as unknown as PageGlobal).yeelen.open();
      const results = [];
      for (const text of texts) results.push(await catalog.sql(text));
      const accepted: string[] = [];
      for (const text of hostile)
        await catalog.sql(text, { timeLimit: 5000 }).then(
          () => accepted.push(text),
          () => undefined,
        );
      const own = await catalog.sql("SELECT count(*) FROM duckdb_tables() WHERE database_name = 'memory'");
      return { results, accepted, own: own.rows };
    },
    [texts, hostileSql] as const,
  );
  for (const [index, text] of texts.entries())
    expect(results[index], text).toEqual(await site.native.sql(text));
  expect(accepted).toEqual([]);
  expect(own).toEqual([[0]]);
  await tab.close();
});

test("wasmEngine reads Arrow where a release publishes no database, or one that is whole and cannot be attached", async () => {
  const other = await wasmSite(async () => copyOf(await publishMadeUp()));
  try {
    const { digest } = await other.native.query(question, { engine: "native" });
    for (const content of [undefined, new TextEncoder().encode("a database of another engine")]) {
      await republishFile(other.published.folder, "made-up/2020-01-01", "observations.duckdb", content);
      const { tab } = await other.openTab();
      const answer = await tab.evaluate(async (asked) => {
        const catalog = await (globalThis as unknown as PageGlobal).yeelen.open();
        return catalog.query(asked, { engine: "wasm" });
      }, question);
      expect(answer.digest).toBe(digest);
      expect(answer.provenance.files.map(({ path }) => path)).toEqual([
        "observations.arrow",
        "population.arrow",
      ]);
      await tab.close();
    }
    await republishFile(other.published.folder, "made-up/2020-01-01", "observations.duckdb", undefined);
    await republishFile(other.published.folder, "made-up/2020-01-01", "areas.arrow", undefined);
    const { tab } = await other.openTab();
    const refused = await tab.evaluate(async (asked) => {
      const catalog = await (globalThis as unknown as PageGlobal).yeelen.open();
      return catalog.query(asked, { engine: "wasm" }).catch((error: Error) => error.message);
    }, question);
    expect(refused).toContain(
      "wasm: release made-up/2020-01-01 has neither observations.duckdb nor all of its tables as Arrow",
    );
  } finally {
    await other.close();
  }
}, 240_000);
