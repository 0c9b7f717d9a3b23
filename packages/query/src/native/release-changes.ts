import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Release } from "@yeelen/dataset/plain";
import { changesBetween, type Changes } from "../changes/changes.ts";
import { openEngineFiles } from "./engine-files.ts";

const observations = "observations.parquet";

/**
 * What a release changed against an earlier one of its dataset, cell by cell, from both releases' own files, each
 * checked against its manifest. Throws `IntegrityError` for a file that differs, `Error` for releases of two datasets.
 */
export async function releaseChanges(older: Release, newer: Release): Promise<Changes> {
  const [from, to] = [older.manifest.dataset, newer.manifest.dataset];
  if (from !== to) throw new Error(`two datasets: ${from} and ${to}; expected two releases of one`);
  const files = openEngineFiles();
  const instance = await DuckDBInstance.create(":memory:");
  try {
    const connection = await instance.connect();
    const sides = [];
    for (const [index, release] of [older, newer].entries()) {
      const path = join(files.folder, `${index}.parquet`);
      await writeFile(path, await release.read(observations), { mode: 0o600 });
      sides.push(`read_parquet(${files.literal(path)})`);
    }
    const [before = "", now = ""] = sides;
    return await changesBetween(before, now, {
      run: (sql) => connection.run(sql),
      rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS(),
    });
  } finally {
    instance.closeSync();
    files.close();
  }
}
