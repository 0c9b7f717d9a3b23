import type * as Library from "@duckdb/duckdb-wasm";
import type { AsyncDuckDB } from "@duckdb/duckdb-wasm";
import { EngineUnavailable } from "../engine-unavailable.ts";

/** Addresses of one build of the engine, on the page's own origin. */
export interface EngineBuild {
  readonly module: string;
  readonly worker: string;
  /**
   * Where the host holds this package's `wasm/range-worker.js`: it starts `worker` and keeps each read of a large file
   * to one block. Without it the answers are the same, and the engine's read-ahead takes several times the bytes.
   */
  readonly rangeWorker?: string;
}

/**
 * The builds that the page's host holds: `eh` needs WebAssembly exceptions, which every browser has had since 2022.
 * The library's two others are not offered (1.32.0): the one without exceptions fails at its first statement
 * (`_setThrew is not defined`), the one with threads once answered a cold page with other figures than every other
 * engine.
 */
export interface EngineBuilds {
  readonly eh: EngineBuild;
}

/** Bytes of the engine and of the data, which come at the same time; `total` is 0 while unknown. */
export interface Progress {
  readonly stage: "engine" | "data";
  readonly loaded: number;
  readonly total: number;
}

/** Loads the build that this browser can run, in a worker of the page's origin. Throws `EngineUnavailable`. */
export async function startEngine(
  builds: EngineBuilds,
  onProgress: (progress: Progress) => void,
): Promise<AsyncDuckDB> {
  const library = await import("@duckdb/duckdb-wasm");
  const build = await chooseBuild(library, builds);
  const worker = openWorker(build);
  const database = new library.AsyncDuckDB(new library.VoidLogger(), worker);
  try {
    await Promise.race([
      failureOf(worker),
      database.instantiate(address(build.module), null, (progress) =>
        onProgress({ stage: "engine", loaded: progress.bytesLoaded, total: progress.bytesTotal }),
      ),
    ]);
    return database;
  } catch (cause) {
    worker.terminate();
    if (cause instanceof EngineUnavailable) throw cause;
    throw new EngineUnavailable("wasm", `the engine did not start: ${(cause as Error).message}`, { cause });
  }
}

async function chooseBuild(library: typeof Library, { eh }: EngineBuilds): Promise<EngineBuild> {
  if ((await library.getPlatformFeatures()).wasmExceptions) return eh;
  throw new EngineUnavailable(
    "wasm",
    "this browser has no WebAssembly exceptions; any of the last years has",
  );
}

function openWorker({ worker, rangeWorker }: EngineBuild): Worker {
  try {
    const engine = address(worker);
    return rangeWorker === undefined
      ? new Worker(engine)
      : new Worker(address(rangeWorker), { name: engine });
  } catch (cause) {
    throw new EngineUnavailable("wasm", `the page may not start a worker: ${(cause as Error).message}`, {
      cause,
    });
  }
}

// the library waits for ever for a worker that was blocked or is not there
function failureOf(worker: Worker): Promise<never> {
  return new Promise((_, reject) =>
    worker.addEventListener("error", (event) =>
      reject(
        new EngineUnavailable("wasm", `its worker did not load${event.message ? `: ${event.message}` : ""}`),
      ),
    ),
  );
}

function address(url: string): string {
  return new URL(url, globalThis.location.href).href;
}
