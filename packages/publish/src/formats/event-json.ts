import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { mediaTypes, type ReleaseContent, type WrittenFile } from "../release/release-content.ts";

/** Above this many rows an event table has no JSON file: a page would not load it. */
export const mostJsonRows = 20_000;

/** `<table>.json` for each event table: an array of rows, every cell text or null, for pages that load no engine. */
export async function writeEventJson({ store, folder, tables }: ReleaseContent): Promise<WrittenFile[]> {
  const files = [];
  for (const { name, table } of tables) {
    const rows = await store.rows(`SELECT * FROM ${table} LIMIT ${mostJsonRows + 1}`);
    if (rows.length > mostJsonRows) continue;
    const path = `${name}.json`;
    await writeFile(join(folder, path), `[${rows.map((row) => `\n${JSON.stringify(row)}`).join(",")}\n]\n`);
    files.push({ path, mediaType: mediaTypes.json });
  }
  return files;
}
