import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { Published } from "./published.ts";
import { rangeHost, type RangeHost } from "./range-host.ts";

/** A host that serves a test's page, the engine and a published folder. */
export async function pageHost(published: Published): Promise<RangeHost> {
  const bundle = await mkdtemp(join(tmpdir(), "yeelen-page-"));
  const entry = fileURLToPath(new URL("page.ts", import.meta.url));
  await build({
    configFile: false,
    logLevel: "error",
    build: { outDir: bundle, target: "es2022", lib: { entry, formats: ["es"], fileName: "page" } },
  });
  const host = await rangeHost({
    "/page/": bundle,
    "/data/": published.folder,
    "/wasm/": fileURLToPath(new URL("../../packages/query/src/wasm", import.meta.url)),
    "/engine/": fileURLToPath(new URL("../../node_modules/@duckdb/duckdb-wasm/dist", import.meta.url)),
  });
  const { close } = host;
  return Object.assign(host, {
    close: async () => {
      await close();
      await rm(bundle, { recursive: true, force: true });
    },
  });
}
