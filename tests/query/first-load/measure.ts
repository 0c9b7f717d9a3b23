import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

export interface Bundle {
  readonly bytes: number;
  readonly modules: readonly string[];
}

/** What a page loads at first for one entry, minified and gzipped, with the modules it comes from. */
export async function firstLoad(entry: string): Promise<Bundle> {
  const output = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: true,
      rolldownOptions: {
        input: fileURLToPath(new URL(`./${entry}.ts`, import.meta.url)),
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
