import { afterAll, beforeAll, expect, test } from "vitest";
import { sqlQuestions } from "./sql-questions.ts";
import { facts } from "./facts.ts";
import { wasmSite, type PageGlobal, type WasmSite } from "./wasm-site.ts";
import { publishFigures } from "./published.ts";

let site: WasmSite;

beforeAll(async () => {
  site = await wasmSite(publishFigures);
});
afterAll(() => site?.close());

const hosts = [
  ["database files", undefined],
  ["Arrow files", { path: /\.duckdb$/, status: 404 }],
] as const;

test.each(hosts)(
  "wasmEngine answers the ten questions of docs/query.md and every known figure from the project's %s",
  async (_, missing) => {
    site.host.missing = missing;
    const { tab } = await site.openTab();
    const { results, rows } = await tab.evaluate(
      async ([questions, known]) => {
        const opened = await (globalThis as unknown as PageGlobal).yeelen.open();
        const [results, rows] = [[] as unknown[], [] as unknown[]];
        for (const { sql } of questions) results.push((await opened.sql(sql, { timeLimit: 60_000 })).rows);
        for (const { query } of known) rows.push((await opened.query(query, { engine: "wasm" })).rows);
        return { results, rows };
      },
      [sqlQuestions, facts] as const,
    );
    for (const [index, { title, sql }] of sqlQuestions.entries())
      expect(results[index], title).toEqual((await site.native.sql(sql)).rows);
    for (const [index, { query, value, absence }] of facts.entries())
      expect(rows[index], JSON.stringify(query)).toEqual([
        expect.objectContaining({ value, absence: absence ?? null }),
      ]);
    await tab.close();
  },
);
