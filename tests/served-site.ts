import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the built site is served, without a slash at its end; empty where it is not built. */
    readonly siteOrigin: string;
  }
}

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = "packages/dashboard/build";

/** Starts `yeelen serve` once, on the folder that `npm start` serves, for all end-to-end tests of a run. */
export default async function serveSite(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!existsSync(`${root}/${folder}/index.html`)) {
    project.provide("siteOrigin", "");
    return undefined;
  }
  const server = spawn(
    process.execPath,
    ["packages/publish/bin/yeelen.mjs", "serve", folder, "--port", "0"],
    { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
  );
  project.provide("siteOrigin", await addressOf(server));
  return async () => {
    const ended = once(server, "exit");
    if (server.kill()) await ended;
  };
}

/** The address that the command prints. Throws if it ends without one. */
async function addressOf(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error("yeelen serve: nothing to read its address from");
  const lines = createInterface({ input: server.stdout });
  for await (const line of lines) {
    const [address] = /http:\/\/\S+/.exec(line) ?? [];
    if (address) {
      server.stdout.resume();
      return address.replace(/\/$/, "");
    }
  }
  throw new Error(`yeelen serve ${folder} ended without an address; run it by hand to see why`);
}
