// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Runs a command where the tests lie; ends this process if it fails. */
function run(/** @type {string} */ command, /** @type {string[]} */ args) {
  const { status } = spawnSync(command, args, { cwd: here, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(new URL("node_modules/chdb", import.meta.url))) {
  console.log("Installing the ClickHouse engine (540 MB), once …");
  run("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"]);
}
run("npx", ["vitest", "run", "--config", "vitest.config.ts", ...process.argv.slice(2)]);
