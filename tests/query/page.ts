import { openCatalog, viewsEngine } from "@yeelen/query";
import { wasmEngine, type Progress, type WasmOptions } from "@yeelen/query/wasm";

/** What a test runs in the browser: bundled, served, and called through `globalThis.yeelen`. */
const page = {
  openCatalog,
  viewsEngine,
  progress: [] as Progress[],
  open: async (options: Partial<WasmOptions> = {}, data = "/data/") => {
    const wasm = wasmEngine({
      builds: {
        eh: {
          module: "/engine/duckdb-eh.wasm",
          worker: "/engine/duckdb-browser-eh.worker.js",
          rangeWorker: "/wasm/range-worker.js",
        },
      },
      fetch: (input, init) => fetch(input, init),
      onProgress: (progress) => page.progress.push(progress),
      ...options,
    });
    return openCatalog(new URL(data, location.href), {
      fetch: (input, init) => fetch(input, init),
      engines: [viewsEngine(), wasm],
    });
  },
};

Object.assign(globalThis, { yeelen: page });

export type Page = typeof page;
