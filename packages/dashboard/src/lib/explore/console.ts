import type { SqlResult } from "@yeelen/query";
import type { Progress } from "@yeelen/query/wasm";
import { catalogHere, onEngineProgress } from "./engine-here.ts";

/** A place to run statements, over all current releases or those of the datasets named. */
export interface SqlConsole {
  /** At most 10,000 rows and 60 seconds. */
  run(sql: string, signal: AbortSignal, datasets?: readonly string[]): Promise<SqlResult>;
  /** Every row, up to a million and 5 minutes, a batch at a time. */
  stream(sql: string, signal: AbortSignal): AsyncGenerator<SqlResult, void, void>;
}

export type { Progress, SqlResult };

/** Opens the published figures with DuckDB in this browser; the engine comes from this site, when it is first needed. */
export async function openConsole(onProgress: (progress: Progress) => void): Promise<SqlConsole> {
  const catalog = await catalogHere();
  return {
    async run(sql, signal, releases) {
      const stop = onEngineProgress(onProgress);
      try {
        return await catalog.sql(sql, {
          signal,
          rowLimit: 10_000,
          timeLimit: 60_000,
          ...(releases ? { releases } : {}),
        });
      } finally {
        stop();
      }
    },
    stream: (sql, signal) => catalog.stream(sql, { signal, timeLimit: 300_000 }),
  };
}
