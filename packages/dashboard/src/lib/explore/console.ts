import { resolve } from "$app/paths";
import engineModule from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import engineWorker from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import { openCatalog, type SqlResult } from "@yeelen/query";
import { wasmEngine, type Progress } from "@yeelen/query/wasm";

/** A place to run statements: one engine for the life of the page. */
export interface SqlConsole {
  /** At most 10,000 rows and 60 seconds; over all current releases, or those of the datasets named. */
  run(sql: string, signal: AbortSignal, datasets?: readonly string[]): Promise<SqlResult>;
}

export type { Progress, SqlResult };

/** Opens the published figures with DuckDB in this browser; the engine comes from this site, when it is first needed. */
export async function openConsole(onProgress: (progress: Progress) => void): Promise<SqlConsole> {
  const here = (...request: Parameters<typeof fetch>) => fetch(...request);
  const engine = wasmEngine({
    builds: { eh: { module: engineModule, worker: engineWorker } },
    fetch: here,
    onProgress,
  });
  const catalog = await openCatalog(new URL(`${resolve("/")}data/`, location.href), {
    fetch: here,
    engines: [engine],
  });
  return {
    run: (sql, signal, releases) =>
      catalog.sql(sql, {
        signal,
        rowLimit: 10_000,
        timeLimit: 60_000,
        ...(releases === undefined ? {} : { releases }),
      }),
  };
}
