// @ts-check
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must, root } from "./run.mjs";

/** What is made from what, in order. A step runs when its inputs changed since it last ended well, or its output is gone. */
const steps = [
  {
    name: "data",
    says: "Building the data …",
    inputs: [
      "data/sources",
      "data/indicators",
      "data/translations",
      "packages/dataset/src",
      "packages/disclosure/src",
      "packages/query/src",
      "packages/charts/src",
      "packages/publish/src",
    ],
    output: "data/published/catalog.json",
    command: "npx",
    args: ["yeelen", "publish", "--force"],
  },
  {
    name: "widgets",
    says: "Building the widgets …",
    inputs: ["packages/dataset/src", "packages/query/src", "packages/charts/src", "packages/widgets"],
    output: "packages/widgets/dist/yeelen-line.js",
    command: "npm",
    args: ["run", "--silent", "build", "--workspace", "@yeelen/widgets"],
  },
  {
    name: "site",
    says: "Building the site …",
    inputs: ["data/sources", "data/indicators", "data/translations", "package-lock.json", "packages"],
    output: "packages/dashboard/build/index.html",
    command: "npm",
    args: ["run", "--silent", "build", "--workspace", "@yeelen/dashboard"],
  },
  {
    name: "copies",
    says: "Compressing what the site sends …",
    inputs: ["data/sources", "data/indicators", "data/translations", "package-lock.json", "packages"],
    output: "packages/dashboard/build/service-worker.js.br",
    command: "npx",
    args: ["yeelen", "compress", "packages/dashboard/build"],
  },
];

const built = new Set(["node_modules", "dist", "build", ".svelte-kit"]);

/** Builds what is out of date: data, widgets, site. */
export async function build() {
  const stamps = join(root, ".cache", "build.json");
  /** @type {Record<string, string>} */
  const known = existsSync(stamps) ? JSON.parse(readFileSync(stamps, "utf8")) : {};
  for (const step of steps) {
    const print = fingerprint(step.inputs);
    if (known[step.name] === print && existsSync(join(root, step.output))) continue;
    console.log(step.says);
    await must(step.command, step.args);
    known[step.name] = print;
    mkdirSync(join(root, ".cache"), { recursive: true });
    writeFileSync(stamps, JSON.stringify(known, null, 2));
  }
}

/** @param {readonly string[]} inputs */
function fingerprint(inputs) {
  const hash = createHash("sha256");
  for (const input of inputs) add(hash, input);
  return hash.digest("hex");
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} path
 */
function add(hash, path) {
  const status = statSync(join(root, path));
  if (!status.isDirectory()) {
    hash.update(`${path} ${status.size} ${status.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(join(root, path)).sort()) if (!built.has(name)) add(hash, `${path}/${name}`);
}
