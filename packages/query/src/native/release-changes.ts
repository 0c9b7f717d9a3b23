import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Release } from "@yeelen/dataset/plain";
import { changesBetween, type Changes } from "../changes/changes.ts";

const observations = "observations.parquet";

/**
 * What a release changed against an earlier one of its dataset, cell by cell, from both releases' own files, each
 * checked against its manifest. Throws `IntegrityError` for a file that differs, `Error` for releases of two datasets.
 */
export async function releaseChanges(older: Release, newer: Release): Promise<Changes> {
  const [from, to] = [older.manifest.dataset, newer.manifest.dataset];
  if (from !== to) throw new Error(`two datasets: ${from} and ${to}; expected two releases of one`);
  const folder = await mkdtemp(join(tmpdir(), "yeelen-"));
  const instance = await DuckDBInstance.create(":memory:");
  try {
    const connection = await instance.connect();
    const sides = [];
    for (const [index, release] of [older, newer].entries()) {
      const path = join(folder, `${index}.parquet`);
      await writeFile(path, await release.read(observations), { mode: 0o600 });
      sides.push(`read_parquet('${path.replaceAll("'", "''")}')`);
    }
    const [before = "", now = ""] = sides;
    return await changesBetween(before, now, {
      run: (sql) => connection.run(sql),
      rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS(),
    });
  } finally {
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}
