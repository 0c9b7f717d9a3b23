// @ts-check
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";
import { step, watched } from "./step.mjs";

/** Installs the packages of package-lock.json when they are missing or older than it. */
export async function installPackages() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(`Node.js ${process.versions.node} is too old: 20.19 or newer is needed`);
  const installed = join(root, "node_modules", ".package-lock.json");
  const wanted = join(root, "package-lock.json");
  await step("Packages", async ({ say }) => {
    if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs)
      return "are up to date";
    say("npm ci");
    const written = await watched("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    return /added \d+ packages/.exec(written)?.[0] ?? "installed";
  });
}
