import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { minify } from "terser";
import type { Plugin, UserConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export const kinds = [
  "bar",
  "dot",
  "flow",
  "line",
  "map",
  "matrix",
  "multiples",
  "stack",
  "stat",
  "table",
  "timeline",
] as const;

/** Stands for the folder of chunks until it is known where a file that imports one comes to lie. */
const CHUNKS = "/yeelen-chunks/";

type Entries = Readonly<Record<string, string>>;

const each = (path: (kind: string) => [string, string]): Entries => Object.fromEntries(kinds.map(path));

/** Modules that elements import when they need them, by their name among the chunks; every `import()` is of one of these. */
const lazyModules: Entries = {
  beyond: "src/element/beyond.ts",
  inspect: "src/element/inspect.ts",
  languages: "src/element/languages.ts",
  "sound-out": "src/sound/sound-out.ts",
  "follow-catalog": "src/data/follow-catalog.ts",
  tools: "src/tools/open-tools.ts",
  "events-in": "src/timeline/events-in.ts",
  comparison: "src/matrix/load-comparison.ts",
  world: "../charts/src/map/world.json",
  ...each((kind) => [`${kind}-figure`, `src/${kind}/${kind}-figure.ts`]),
};

/** A chunk's file by the absolute path of the module it was made of. */
export type Chunks = Map<string, string>;

/** What elements load later, once for all of them; `chunks` learns which file each module became. */
export function lazyBuild(chunks: Chunks): UserConfig {
  return config(lazyModules, "chunks", {
    name: "yeelen-chunks-made",
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === "chunk" && file.isEntry && file.facadeModuleId)
          chunks.set(file.facadeModuleId, CHUNKS + file.fileName);
    },
  });
}

/**
 * For pages: a script an element, which holds all it needs for its first picture; `loader.js`, which fetches the elements
 * a page holds, their core once; the frame's page; the script that gives frames their height. For bundlers: the package.
 */
export function elementBuilds(chunks: Chunks): UserConfig[] {
  const build = (entries: Entries, folder: string) =>
    config(entries, folder, {
      name: "yeelen-chunks-used",
      enforce: "pre",
      async resolveId(source, importer, options) {
        if ((options as { kind?: string }).kind !== "dynamic-import") return null;
        const found = await this.resolve(source, importer, { skipSelf: true });
        const id = found && chunks.get(found.id);
        return id ? { id, external: "absolute" } : null;
      },
      async generateBundle(_, bundle) {
        for (const file of Object.values(bundle)) {
          const from = dirname(here(`dist/${folder}/${file.fileName}`));
          const path = relative(from, here("dist/chunks")) || ".";
          if (file.type !== "chunk") continue;
          file.code = file.code.replaceAll(CHUNKS, `${path.startsWith(".") ? "" : "./"}${path}/`);
          if (folder === "" && file.isEntry) file.code = await smaller(file.code);
        }
      },
    });
  return [
    ...kinds.map((kind) => build({ [`yeelen-${kind}`]: `src/${kind}/define.ts` }, "")),
    build({ loader: "src/loader/load.ts" }, ""),
    { ...build({ frame: "src/loader/fill-frame.ts" }, ""), publicDir: here("public") },
    build({ "frame-height": "src/loader/fit-frames.ts" }, ""),
    build(
      {
        index: "src/index.ts",
        loader: "src/loader/load.ts",
        ...each((kind) => [kind, `src/${kind}/define.ts`]),
        ...each((kind) => [`${kind}-element`, `src/${kind}/${kind}-element.ts`]),
      },
      "esm",
    ),
  ];
}

function config(entries: Entries, folder: string, plugin: Plugin): UserConfig {
  const lazy = folder === "chunks";
  return {
    root: here("."),
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    plugins: [plugin],
    build: {
      target: "es2022",
      emptyOutDir: false,
      outDir: here(`dist/${folder}`),
      lib: {
        entry: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, here(path)])),
        formats: ["es"],
      },
      minify: false,
      rolldownOptions: {
        output: {
          // many small files that are always needed together are one
          codeSplitting: { groups: [{ name: "core", minShareCount: 2 }] },
          minify: true,
          entryFileNames: lazy ? "[name]-[hash].js" : "[name].js",
          chunkFileNames: lazy ? "[name]-[hash].js" : "chunks/[name]-[hash].js",
        },
      },
    },
  };
}

/** The first of the builds; `npm run build` makes them all. */
export default lazyBuild(new Map());

/** A second minifier finds some two per cent more in what stands on a reader's way. */
async function smaller(code: string): Promise<string> {
  const compress = { passes: 3, ecma: 2020 as const, unsafe_arrows: true, pure_getters: true };
  return (await minify(code, { module: true, compress })).code ?? code;
}
