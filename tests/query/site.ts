import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { Published } from "./published.ts";
import { rangeHost, type RangeHost } from "./range-host.ts";

let bundled: Promise<string> | undefined;

/** A host that serves a test's page, the engine and a published folder. */
export async function pageHost(published: Published): Promise<RangeHost> {
  return rangeHost({
    "/page/": await (bundled ??= bundlePage()),
    "/data/": published.folder,
    "/wasm/": fileURLToPath(new URL("../../packages/query/src/wasm", import.meta.url)),
    "/engine/": fileURLToPath(new URL("../../node_modules/@duckdb/duckdb-wasm/dist", import.meta.url)),
  });
}

async function bundlePage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "yeelen-page-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const entry = fileURLToPath(new URL("page.ts", import.meta.url));
  await build({
    configFile: false,
    logLevel: "error",
    build: { outDir: folder, target: "es2022", lib: { entry, formats: ["es"], fileName: "page" } },
  });
  return folder;
}
