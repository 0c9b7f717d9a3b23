import { spawnSync } from "node:child_process";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Writes `dist/`, the package as it is given to others: plain JavaScript with its types, the README and the licence.
 * Within this repository the sources are imported as they are, so that nothing needs to be built first.
 */
async function build(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const compiler = here("../../node_modules/typescript/bin/tsc");
  const project = ["--project", here("tsconfig.build.json"), "--outDir", folder];
  const { status } = spawnSync(process.execPath, [compiler, ...project], { stdio: "inherit" });
  if (status !== 0) throw new Error("the sources do not compile");
  for (const path of await readdir(folder, { recursive: true }))
    if (path.endsWith(".d.ts")) await nameCompiled(join(folder, path));
  const { name, version, description, license, type, sideEffects, dependencies } = JSON.parse(
    await readFile(here("package.json"), "utf8"),
  ) as Record<string, unknown>;
  const exports = { ".": { types: "./index.d.ts", default: "./index.js" } };
  const engines = { node: ">=20.19" };
  const manifest = { name, version, description, license, type, sideEffects, engines, exports, dependencies };
  await writeFile(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await cp(here("README.md"), join(folder, "README.md"));
  await cp(here("../../LICENSE"), join(folder, "LICENSE"));
}

/** The compiler leaves the sources' names in declarations. */
async function nameCompiled(path: string): Promise<void> {
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace(/((?:from |import\()"\.[^"]*)\.ts"/g, '$1.js"'));
}

await build(process.argv[2] ?? here("dist"));
