import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { expect, test } from "vitest";

interface Bundle {
  readonly bytes: number;
  readonly modules: readonly string[];
}

/** What a page loads at first for one entry, minified and gzipped, with the modules it comes from. */
async function firstLoad(entry: string): Promise<Bundle> {
  const output = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: true,
      rolldownOptions: {
        input: fileURLToPath(new URL(`first-load/${entry}.ts`, import.meta.url)),
        preserveEntrySignatures: "strict",
      },
    },
  });
  const [result] = [output].flat();
  if (!result || !("output" in result)) throw new Error("nothing was built");
  const chunks = result.output.filter((part) => part.type === "chunk" && !part.isDynamicEntry);
  return {
    bytes: chunks.reduce(
      (sum, part) => sum + gzipSync("code" in part ? part.code : "", { level: 9 }).length,
      0,
    ),
    modules: chunks.flatMap((part) => ("modules" in part ? Object.keys(part.modules) : [])),
  };
}

const raise = "is it worth it to a reader on a slow line? Then raise the ceiling here and in docs/query.md";

test.each([
  ["catalog", "a page that asks a catalogue of views", 12],
  ["widget", "a widget that answers from one view", 5.2],
])("%s: %s loads at most its share, and no schema, engine or Arrow library", async (entry, _, kilobytes) => {
  const { bytes, modules } = await firstLoad(entry);
  expect(modules.length).toBeGreaterThan(5);
  expect(modules.filter((id) => /zod|arrow|node_modules|svelte/.test(id))).toEqual([]);
  expect(bytes, `${bytes} bytes of ${kilobytes * 1000}: ${raise}`).toBeLessThanOrEqual(kilobytes * 1000);
  console.log(`${entry}: ${bytes} bytes gzip`);
});
