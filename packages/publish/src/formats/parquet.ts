import { join } from "node:path";
import { mediaTypes, type ReleaseContent, type WrittenFile } from "../release/release-content.ts";

/**
 * `observations.parquet`, `population.parquet` and one file for each event table: plain text and numbers (a column of an
 * enumerated type would carry every code it was declared with), no key-value metadata.
 */
export async function writeParquet(content: ReleaseContent): Promise<WrittenFile[]> {
  const { store, folder, tables, hasPopulation } = content;
  const wanted = [
    { table: "observations", name: "observations" },
    ...(hasPopulation ? [{ table: "population", name: "population" }] : []),
    ...tables,
  ];
  const files = [];
  for (const { table, name } of wanted) {
    const path = `${name}.parquet`;
    await store.run(
      `COPY ${table} TO ${store.file(join(folder, path))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`,
    );
    files.push({ path, mediaType: mediaTypes.parquet });
  }
  return files;
}
