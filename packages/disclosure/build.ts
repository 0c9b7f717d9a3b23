import { rm } from "node:fs/promises";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Writes `dist/`: plain JavaScript and its types, one file for each of ours, for readers without TypeScript. */
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

await rm(here("dist"), { recursive: true, force: true });
const compiler = here("../../node_modules/typescript/bin/tsc");
const { status } = spawnSync(process.execPath, [compiler, "--project", here("tsconfig.build.json")], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
