import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { createClient } from "@clickhouse/client";
import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog } from "@yeelen/query";
import { loadRelease } from "@yeelen/query/clickhouse";
import { InputError } from "../errors.ts";
import type { Io } from "../io.ts";

export interface LoadRequest {
  /** Folder of the catalogue and the releases. */
  readonly out: string;
  /** These datasets alone; all, if none. */
  readonly datasets: readonly string[];
  /** Address of the cluster's HTTP interface; the name and password come from `CLICKHOUSE_USER` and `CLICKHOUSE_PASSWORD`. */
  readonly url: string;
  readonly database?: string;
  readonly cluster?: string;
  readonly replicated?: boolean;
}

/** Loads the current release of each dataset into a ClickHouse cluster, and says what was loaded where. */
export async function loadPublished(
  { out, datasets, url, database = "yeelen", ...options }: LoadRequest,
  io: Io,
): Promise<void> {
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new InputError(
      `--url: ${url}; expected the address of ClickHouse's HTTP interface, such as http://localhost:8123`,
    );
  const { CLICKHOUSE_USER: username, CLICKHOUSE_PASSWORD: password } = io.env;
  const client = createClient({
    url,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
  });
  try {
    const catalog = await openCatalog(pathToFileURL(`${out}/`), { fetch: fetchFile });
    const all = catalog.catalog.datasets.map(({ dataset }) => dataset);
    for (const dataset of datasets.length ? datasets : all) {
      const release = await catalog.release(dataset);
      await loadRelease(release, {
        client,
        database,
        toStream: (bytes) => Readable.from([bytes], { objectMode: false }),
        ...options,
      });
      io.stdout.write(`${release.id}  loaded into ${database} as ${release.manifestSha256.slice(0, 16)}\n`);
    }
  } finally {
    await client.close();
  }
}
