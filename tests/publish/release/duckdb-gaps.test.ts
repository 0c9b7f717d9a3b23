import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { blockSizes, byRanges } from "../../../packages/publish/src/formats/duckdb.ts";
import { clearGaps } from "../../../packages/publish/src/release/duckdb-gaps.ts";
import { literal, openStore } from "../../../packages/publish/src/release/store.ts";
import { temporaryFolder } from "./made-workspace.ts";

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ folder, remove } = await temporaryFolder()));
afterEach(() => remove());

const select = (rows: number, seed: number) => `SELECT
  'made-register' AS dataset,
  ['cases-seen', 'offences', 'convicted'][1 + (i * 3 // ${rows})::INTEGER] AS indicator,
  ['AAA', 'MLI', 'NER', 'PAK', 'UKR'][1 + (i % 5)::INTEGER] AS area,
  (2000 + i % 20)::INTEGER AS period,
  ['T', 'F', 'M'][1 + (hash(i + ${seed}) % 3)::INTEGER] AS sex,
  CASE WHEN hash(i) % 3 = 0 THEN NULL ELSE (hash(i * ${seed}) % 5000)::DOUBLE END AS value,
  CASE WHEN hash(i) % 7 = 0 THEN NULL ELSE (hash(i * ${seed}) % 5000)::DOUBLE / 8 END AS low,
  (hash(i + ${seed}) % 1000003)::DOUBLE / 7 AS high,
  ['suppressed', 'not-reported', NULL][1 + (hash(i * 7) % 3)::INTEGER] AS absence,
  'remark ' || (hash(i) % ${3 + seed * 400}) AS note,
  md5((i + ${seed})::VARCHAR) AS own,
  CASE WHEN i % 50 = 0 THEN repeat('long ', 40) || i ELSE '' END AS seldom
  FROM range(${rows}) AS t(i)`;

/** Writes the table as the publisher does, after work that leaves other bytes in memory. */
async function write(
  path: string,
  sql: string,
  dirt: string,
  options: string,
  blockSize: number,
): Promise<void> {
  const store = await openStore({ spill: folder });
  try {
    await store.run(
      `CREATE TABLE dirt AS SELECT repeat(${literal(dirt)}, 3) || i AS t, i::DOUBLE / 3 AS d FROM range(150000) AS t(i)`,
    );
    await store.run("DROP TABLE dirt");
    await store.run(`ATTACH ${literal(path)} AS written (STORAGE_VERSION 'v1.0.0'${options})`);
    await store.run(`CREATE TABLE written.observations AS ${sql}`);
    await store.run("CREATE TABLE written.areas AS SELECT 'MLI' AS code, 'Mali' AS name");
    await store.run("CHECKPOINT written");
    await store.run("DETACH written");
    await clearGaps(store, path, blockSize);
  } finally {
    store.close();
  }
}

async function rowHash(path: string | undefined, sql: string): Promise<unknown> {
  const store = await openStore({ spill: folder });
  try {
    if (path !== undefined) await store.run(`ATTACH ${literal(path)} AS written (READ_ONLY)`);
    const from = path === undefined ? `(${sql})` : "written.observations";
    return await store.rows(
      `SELECT count(*) AS rows, sum(hash(o)::HUGEINT)::VARCHAR AS hash FROM ${from} AS o`,
    );
  } finally {
    store.close();
  }
}

describe("clearGaps(store, file)", () => {
  test.each([
    [1, 1, "", blockSizes.whole],
    [31, 2, "", blockSizes.whole],
    [2049, 3, "", blockSizes.whole],
    [125_000, 4, "", blockSizes.whole],
    [300_000, 11, "", blockSizes.whole],
    [2049, 3, `, ${byRanges}`, blockSizes.byRanges],
    [125_000, 4, `, ${byRanges}`, blockSizes.byRanges],
  ])(
    "makes %i rows (seed %i) the same bytes whatever was in memory, and changes no value%s",
    async (rows, seed, options, blockSize) => {
      await mkdir(join(folder, "other"));
      const sql = select(rows, seed);
      const paths = [
        join(folder, "one.duckdb"),
        join(folder, "other/two.duckdb"),
        join(folder, "three.duckdb"),
      ];
      const hashes = [];
      for (const [index, path] of paths.entries()) {
        await write(
          path,
          sql,
          ["canary-a", "bbbbbbbb-never-published", "c"][index] ?? "",
          options,
          blockSize,
        );
        hashes.push(
          createHash("sha256")
            .update(await readFile(path))
            .digest("hex"),
        );
      }
      expect(new Set(hashes).size).toBe(1);
      expect(await rowHash(paths[0], sql)).toEqual(await rowHash(undefined, sql));
      const bytes = await readFile(paths[0] ?? "");
      for (const dirt of ["canary-a", "never-published"]) expect(bytes.includes(dirt), dirt).toBe(false);
    },
  );
});
