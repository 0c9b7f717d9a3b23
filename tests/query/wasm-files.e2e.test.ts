import { stat } from "node:fs/promises";
import { join } from "node:path";
import { madeUpQuestion as question } from "./question.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wasmSite, type PageGlobal, type WasmSite } from "./wasm-site.ts";

let site: WasmSite;

beforeAll(async () => {
  site = await wasmSite();
});
afterAll(() => site?.close());

test("wasmEngine reads a large file by ranges, and says the same", async () => {
  const { tab } = await site.openTab();
  site.host.sent.length = 0;
  const answer = await tab.evaluate(async (asked) => {
    const catalog = await (globalThis as unknown as PageGlobal).yeelen.open({ wholeUpTo: 0 });
    return catalog.query(asked, { engine: "wasm" });
  }, question);
  expect(answer.digest).toBe((await site.native.query(question)).digest);
  const parts = site.host.sent.filter(({ path }) => path.endsWith(".duckdb"));
  expect(parts.length).toBeGreaterThan(2);
  await tab.close();
});

test("wasmEngine reads the file whole from a host that serves no parts, and refuses what no browser should hold", async () => {
  const { tab } = await site.openTab();
  site.host.ranges = false;
  try {
    const [digest, error] = await tab.evaluate(async (asked) => {
      const { open } = (globalThis as unknown as PageGlobal).yeelen;
      const whole = await (await open({ wholeUpTo: 0 })).query(asked, { engine: "wasm" });
      const limited = await open({ wholeUpTo: 0, wholeAtMost: 1000 });
      const failed = await limited.query(asked, { engine: "wasm" }).catch((reason: Error) => reason.message);
      return [whole.digest, failed];
    }, question);
    expect(digest).toBe((await site.native.query(question)).digest);
    expect(error).toMatch(
      /^wasm is not available: made-up\/2020-01-01 has \d+ MB and its host does not serve parts/,
    );
  } finally {
    site.host.ranges = true;
  }
  await tab.close();
});

test("wasmEngine gives an error, never another figure, for a flipped byte, read whole or by ranges", async () => {
  const { tab } = await site.openTab();
  const { size } = await stat(join(site.published.folder, "made-up/2020-01-01/observations.duckdb"));
  const expected = (await site.native.query(question)).digest;
  const path = "/data/made-up/2020-01-01/observations.duckdb";
  try {
    for (let flip = 0; flip < 4; flip++) {
      site.host.flip = { path, at: Math.floor(((flip + 0.5) / 4) * size) };
      for (const wholeUpTo of flip ? [0] : [0, 2 ** 30]) {
        const result = await tab.evaluate(
          async ([asked, wholeUpTo]) => {
            const catalog = await (globalThis as unknown as PageGlobal).yeelen.open({ wholeUpTo });
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
    site.host.flip = undefined;
  }
  await tab.close();
});

test("wasmEngine refuses by ranges a database whose head is not the manifest's, in each of its three headers", async () => {
  const { tab } = await site.openTab();
  const path = "/data/made-up/2020-01-01/observations.duckdb";
  try {
    for (const at of [60, 4096 + 2000, 2 * 4096 + 4095]) {
      site.host.flip = { path, at };
      const message = await tab.evaluate(async (asked) => {
        const catalog = await (globalThis as unknown as PageGlobal).yeelen.open({ wholeUpTo: 0 });
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
    site.host.flip = undefined;
  }
  await tab.close();
});
