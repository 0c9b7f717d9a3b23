import { madeUpQuestion as question } from "./question.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hostileSql, hungrySql, plainSql } from "./hostile.ts";
import { wasmSite, type PageGlobal, type WasmSite } from "./wasm-site.ts";

let site: WasmSite;

beforeAll(async () => {
  site = await wasmSite();
});
afterAll(() => site?.close());

test("wasmEngine stops at its time limit or when its reader leaves, and starts again for the next question", async () => {
  const { tab } = await site.openTab();
  const outcome = await tab.evaluate(async (asked) => {
    const catalog = await (globalThis as unknown as PageGlobal).yeelen.open();
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
  expect(outcome.digest).toBe((await site.native.query(question)).digest);
  await tab.close();
});

test("wasmEngine refuses hostile SQL as native DuckDB does, answers plain SQL, and asks no other origin", async () => {
  const { tab, requests } = await site.openTab();
  const { accepted, refused, tables, cut } = await tab.evaluate(
    async ([hostile, plain]) => {
      const catalog = await (globalThis as unknown as PageGlobal).yeelen.open();
      const [accepted, refused]: [string[], string[]] = [[], []];
      for (const text of plain)
        await catalog.sql(text).catch((error: Error) => refused.push(`${text}: ${error.message}`));
      for (const text of hostile)
        await catalog.sql(text, { timeLimit: 5000 }).then(
          () => accepted.push(text),
          () => undefined,
        );
      return {
        accepted,
        refused,
        tables: await catalog.sql("SELECT count(*) FROM duckdb_tables() WHERE database_name = 'memory'"),
        cut: await catalog.sql("FROM range(1000)", { rowLimit: 5 }),
      };
    },
    [hostileSql, plainSql] as const,
  );
  expect(accepted).toEqual([]);
  expect(refused).toEqual([]);
  expect(tables.rows).toEqual([[0]]);
  expect(cut).toEqual({
    columns: [{ name: "range", type: "BIGINT" }],
    rows: [[0], [1], [2], [3], [4]],
    truncated: true,
  });
  expect(requests.filter((url) => !url.startsWith(site.host.origin))).toEqual([]);
  await tab.close();
});

test("wasmEngine outlives statements that would take all memory, time or stack, and so does its page", async () => {
  const { tab } = await site.openTab();
  const outlived = await tab.evaluate(async (statements) => {
    const catalog = await (globalThis as unknown as PageGlobal).yeelen.open();
    const outlived: [string, unknown][] = [];
    for (const [name, text] of statements) {
      const refused = await catalog.sql(text, { timeLimit: 1000 }).then(
        () => false,
        () => true,
      );
      outlived.push([name, refused && (await catalog.sql("SELECT 42")).rows]);
    }
    await catalog.close();
    return outlived;
  }, hungrySql);
  expect(outlived).toEqual(hungrySql.map(([name]) => [name, [[42]]]));
  await tab.close();
});

test("a page that may not start a worker answers from the views, and says why when asked for more", async () => {
  site.host.headers = {
    "Content-Security-Policy": "worker-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
  };
  try {
    const { tab } = await site.openTab();
    const result = await tab.evaluate(async (asked) => {
      const catalog = await (globalThis as unknown as PageGlobal).yeelen.open();
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
    site.host.headers = {};
  }
});
