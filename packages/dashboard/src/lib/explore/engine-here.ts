import { resolve } from "$app/paths";
import engineModule from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import engineWorker from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import rangeWorker from "@yeelen/query/wasm/range-worker.js?url&no-inline";
import { openCatalog, viewsEngine, type OpenCatalog } from "@yeelen/query";
import { wasmEngine, type Progress } from "@yeelen/query/wasm";

let opened: Promise<OpenCatalog> | undefined;
const listeners = new Set<(progress: Progress) => void>();

/**
 * The figures that stand beside the site, each file checked against its manifest before a byte of it is used: prebuilt
 * views first, DuckDB in this browser (`wasm`) for what no view holds. One engine for the life of the page.
 */
export function catalogHere(): Promise<OpenCatalog> {
  opened ??= open();
  opened.catch(() => (opened = undefined));
  return opened;
}

/** Tells how many bytes of the engine and of its data have come, until the returned function is called. */
export function onEngineProgress(listener: (progress: Progress) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function open(): Promise<OpenCatalog> {
  const here = (...request: Parameters<typeof fetch>) => fetch(...request);
  const engine = wasmEngine({
    builds: { eh: { module: engineModule, worker: engineWorker, rangeWorker } },
    fetch: here,
    onProgress: (progress) => {
      for (const listener of listeners) listener(progress);
    },
  });
  return openCatalog(new URL(`${resolve("/")}data/`, location.href), {
    fetch: here,
    engines: [viewsEngine(), engine],
  });
}
