import type { Release } from "@yeelen/dataset/plain";
import { checkName, tableNames } from "./tables.ts";

/** As much of `@clickhouse/client` as loading needs. */
export interface LoadClient<Stream> {
  command(request: { query: string }): Promise<unknown>;
  insert(request: { table: string; values: Stream; format: "Parquet" }): Promise<unknown>;
}

export interface LoadOptions<Stream> {
  readonly client: LoadClient<Stream>;
  /** Turns a file's verified bytes into what the client streams. */
  readonly toStream: (bytes: Uint8Array) => Stream;
  readonly database?: string;
  /** Create tables on every node of this cluster. */
  readonly cluster?: string;
  /** Keep copies of the data on the cluster's nodes (`ReplicatedMergeTree`). */
  readonly replicated?: boolean;
}

const columns = {
  observations: `dataset LowCardinality(String), indicator LowCardinality(String), area LowCardinality(String), period Int32,
    sex LowCardinality(String), age LowCardinality(String), exploitation LowCardinality(String), counterpart LowCardinality(String),
    value Nullable(Float64), low Nullable(Float64), high Nullable(Float64), absence LowCardinality(Nullable(String)), note String`,
  population:
    "area LowCardinality(String), period Int32, sex LowCardinality(String), age LowCardinality(String), value Nullable(Float64)",
};
const keys = {
  observations: "indicator, area, period, sex, age, exploitation, counterpart",
  population: "area, period, sex, age",
};

/**
 * Loads a release's verified Parquet files. A table gets its name only once it is whole, so that no question ever meets
 * a part of it; loading a release again puts the same rows in their place. Throws `IntegrityError` for a file that differs.
 */
export async function loadRelease<Stream>(
  release: Release,
  { client, toStream, database = "yeelen", cluster, replicated = false }: LoadOptions<Stream>,
): Promise<void> {
  if (cluster !== undefined) checkName("cluster", cluster);
  const names = tableNames(release, database);
  const everywhere = cluster === undefined ? "" : ` ON CLUSTER ${cluster}`;
  const engine = replicated ? "ReplicatedMergeTree" : "MergeTree";
  await client.command({ query: `CREATE DATABASE IF NOT EXISTS ${database}${everywhere}` });
  for (const kind of ["observations", "population"] as const) {
    const loading = `${names[kind]}_loading`;
    await client.command({ query: `DROP TABLE IF EXISTS ${loading}${everywhere} SYNC` });
    await client.command({
      query: `CREATE TABLE ${loading}${everywhere} (${columns[kind]}) ENGINE = ${engine} ORDER BY (${keys[kind]})`,
    });
    const path = `${kind}.parquet`;
    if (release.manifest.files.some((file) => file.path === path))
      await client.insert({ table: loading, values: toStream(await release.read(path)), format: "Parquet" });
    await client.command({ query: `DROP TABLE IF EXISTS ${names[kind]}${everywhere} SYNC` });
    await client.command({ query: `RENAME TABLE ${loading} TO ${names[kind]}${everywhere}` });
  }
}
