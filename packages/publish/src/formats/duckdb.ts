import { copyFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { clearGaps } from "../release/duckdb-gaps.ts";
import { literal } from "../release/store.ts";
import { databaseTables } from "./database-tables.ts";
import { mediaTypes, type ReleaseContent, type WrittenFile } from "../release/release-content.ts";

/** Rows from which a table is written to be read by ranges. */
export const manyRows = 1_000_000;

/**
 * Bytes of a block, by which a database is read: the engine's own size, and one of which a filtered question needs
 * little while the table's directory, which names every block, stays small.
 */
export const blockSizes = { whole: 262_144, byRanges: 32_768 } as const;

/** How a database is written that is read by ranges: small blocks, and groups of rows large enough for a short directory. */
export const byRanges = `BLOCK_SIZE ${blockSizes.byRanges}, ROW_GROUP_SIZE 122880`;

/**
 * `observations.duckdb`: the tables `observations`, `indicators`, `areas`, `population`, `sources` and the event tables,
 * in the storage version that the browser's engine reads by ranges.
 */
export async function writeDuckdb({ store, folder, rows, tables }: ReleaseContent): Promise<WrittenFile[]> {
  const path = "observations.duckdb";
  const file = join(store.databases, path);
  const large = rows >= manyRows;
  await store.run(
    `ATTACH ${literal(file)} AS written (STORAGE_VERSION 'v1.0.0'${large ? `, ${byRanges}` : ""})`,
  );
  for (const { name, table } of databaseTables({ tables }))
    await store.run(`CREATE TABLE written."${name}" AS SELECT * FROM ${table}`);
  await store.run("CHECKPOINT written");
  await store.run("DETACH written");
  await clearGaps(store, file, large ? blockSizes.byRanges : blockSizes.whole);
  await move(file, join(folder, path));
  return [{ path, mediaType: mediaTypes.duckdb }];
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EXDEV") throw cause;
    await copyFile(from, to);
    await rm(from);
  }
}
