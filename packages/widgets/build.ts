import { cp, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import manifest from "./package.json" with { type: "json" };
import { elementBuilds, kinds, lazyBuild, type Chunks } from "./vite.config.ts";
import { customElements } from "./custom-elements.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

await rm(here("dist"), { recursive: true, force: true });
const chunks: Chunks = new Map();
await build(lazyBuild(chunks));
for (const config of elementBuilds(chunks)) await build(config);
await cp(here("types"), here("dist/types"), { recursive: true });
await cp(here("README.md"), here("dist/README.md"));
await write("custom-elements.json", customElements);
await write("package.json", {
  name: manifest.name,
  version: manifest.version,
  description: manifest.description,
  license: manifest.license,
  type: "module",
  customElements: "./custom-elements.json",
  sideEffects: kinds
    .flatMap((kind) => [`./esm/${kind}.js`, `./yeelen-${kind}.js`])
    .concat("./esm/loader.js", "./loader.js"),
  exports: {
    ".": { types: "./types/index.d.ts", default: "./esm/index.js" },
    "./loader": { types: "./types/loader.d.ts", default: "./esm/loader.js" },
    ...Object.fromEntries(
      kinds.flatMap((kind) => [
        [`./${kind}`, { types: "./types/index.d.ts", default: `./esm/${kind}.js` }],
        [`./${kind}/element`, { types: "./types/index.d.ts", default: `./esm/${kind}-element.js` }],
      ]),
    ),
    "./react": { types: "./types/react.d.ts" },
    "./vue": { types: "./types/vue.d.ts" },
    "./svelte": { types: "./types/svelte.d.ts" },
    "./custom-elements.json": "./custom-elements.json",
    "./package.json": "./package.json",
  },
});

async function write(name: string, content: object): Promise<void> {
  await writeFile(here(`dist/${name}`), `${JSON.stringify(content, null, 2)}\n`);
}
