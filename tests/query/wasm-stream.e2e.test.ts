import type { Page as Tab } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wasmSite, type PageGlobal, type WasmSite } from "./wasm-site.ts";

let site: WasmSite;
let tab: Tab;

beforeAll(async () => {
  site = await wasmSite();
  ({ tab } = await site.openTab());
});
afterAll(() => site?.close());

test("catalog.stream(text) gives a million rows in Chromium, a batch at a time, and may be left in the middle", async () => {
  const result = await tab.evaluate(async () => {
    const catalog = await (globalThis as unknown as PageGlobal).yeelen.open();
    let [rows, largest] = [0, 0];
    for await (const batch of catalog.stream("FROM range(1000000)")) {
      rows += batch.rows.length;
      largest = Math.max(largest, batch.rows.length);
    }
    for await (const batch of catalog.stream("FROM range(1000000) a, range(1000000) b"))
      if (batch.rows.length) break;
    const after = await catalog.sql("SELECT 1 AS one");
    await catalog.close();
    return { rows, largest, after: after.rows };
  });
  expect(result.rows).toBe(1_000_000);
  expect(result.largest).toBeLessThan(200_000);
  expect(result.after).toEqual([[1]]);
});

test("catalog.stream(text) is held to its rows, its time and its reader in Chromium, and others get their turn", async () => {
  const result = await tab.evaluate(async () => {
    const catalog = await (globalThis as unknown as PageGlobal).yeelen.open();
    const read = async (text: string, options: object, leave?: AbortController) => {
      let rows = 0;
      let truncated = false;
      for await (const batch of catalog.stream(text, {
        ...options,
        ...(leave ? { signal: leave.signal } : {}),
      })) {
        rows += batch.rows.length;
        truncated = batch.truncated;
        if (rows) leave?.abort(new Error("the reader left"));
      }
      return { rows, truncated };
    };
    const message = (error: Error) => error.message;
    const endless = "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range % 7 = b.range % 5";
    const cut = await read("FROM range(100000)", { rowLimit: 3000 });
    const late = await read(endless, { timeLimit: 300 }).catch(message);
    const left = await read("FROM range(1000000)", {}, new AbortController()).catch(message);
    const unread = catalog.stream("FROM range(1000000)", { timeLimit: 5000 });
    await unread.next();
    const after = await catalog.sql("SELECT 1 AS one");
    await catalog.close();
    return { cut, late, left, after: after.rows };
  });
  expect(result.cut).toEqual({ rows: 3000, truncated: true });
  expect(result.late).toContain("time limit: 300 ms are over");
  expect(result.left).toBe("the reader left");
  expect(result.after).toEqual([[1]]);
});
