// @ts-check
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";
import { step, watched } from "./step.mjs";

/** What the site's folder is made from. */
const ofSite = ["data/sources", "data/indicators", "data/translations", "package-lock.json", "packages"];

/**
 * What is made from what, in order. A step runs when its inputs changed since it last ended well, or its output is gone.
 * `came` says what came of it, from what its command wrote; `far` how far it is, from what it has made so far.
 * @type {readonly { name: string, title: string, inputs: readonly string[], output: string, command: readonly [string, ...string[]], came(written: string): string, far?: () => string }[]}
 */
const steps = [
  {
    name: "data",
    title: "Data",
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
    command: ["npx", "yeelen", "publish", "--force"],
    came: (written) =>
      lastLine(written)
        .replace(/, \d+ written: .*? rows read/, "")
        .replace(/, in .*/, ""),
  },
  {
    name: "widgets",
    title: "Widgets",
    inputs: ["packages/dataset/src", "packages/query/src", "packages/charts/src", "packages/widgets"],
    output: "packages/widgets/dist/yeelen-line.js",
    command: ["npm", "run", "--silent", "build", "--workspace", "@yeelen/widgets"],
    came: () => `${count("packages/widgets/dist", ".js")} scripts for partners' pages`,
    far: () => `${count("packages/widgets/dist", ".js")} scripts`,
  },
  {
    name: "site",
    title: "Site",
    inputs: ofSite,
    output: "packages/dashboard/build/index.html",
    command: ["npm", "run", "--silent", "build", "--workspace", "@yeelen/dashboard"],
    came: () => `${count("packages/dashboard/build", ".html")} pages`,
    far: () => {
      const pages = count("packages/dashboard/.svelte-kit/output/prerendered", ".html");
      return pages === 0 ? "scripts and styles" : `${pages} pages`;
    },
  },
  {
    name: "copies",
    title: "Compressing",
    inputs: ofSite,
    output: "packages/dashboard/build/service-worker.js.br",
    command: ["npx", "yeelen", "compress", "packages/dashboard/build"],
    came: (written) => lastLine(written).replace(/^.*?: |, in .*/g, ""),
  },
];

const built = new Set(["node_modules", "dist", "build", ".svelte-kit"]);

/** Builds what is out of date: data, widgets, site and its compressed copies; one line each. */
export async function build() {
  const stamps = join(root, ".cache", "build.json");
  /** @type {Record<string, string>} */
  const known = existsSync(stamps) ? JSON.parse(readFileSync(stamps, "utf8")) : {};
  for (const { name, title, inputs, output, command, came, far } of steps) {
    await step(title, async ({ say }) => {
      const print = fingerprint(inputs);
      if (known[name] === print && existsSync(join(root, output))) return "is up to date";
      const [program, ...args] = command;
      const looking = far && setInterval(() => say(far()), 500);
      const written = await watched(program, args, (line) => looking || say(line)).finally(() =>
        clearInterval(looking),
      );
      known[name] = print;
      mkdirSync(join(root, ".cache"), { recursive: true });
      writeFileSync(stamps, JSON.stringify(known, null, 2));
      return came(written);
    });
  }
}

/** @param {string} text */
function lastLine(text) {
  return text.trimEnd().split("\n").at(-1) ?? "";
}

/**
 * How many files below a folder end so; a folder that its builder takes away meanwhile has none.
 * @param {string} folder
 * @param {string} ending
 * @returns {number}
 */
function count(folder, ending) {
  let files = 0;
  for (const entry of entriesOf(join(root, folder)))
    if (entry.isDirectory()) files += count(`${folder}/${entry.name}`, ending);
    else if (entry.name.endsWith(ending)) files += 1;
  return files;
}

/** @param {string} place */
function entriesOf(place) {
  try {
    return readdirSync(place, { withFileTypes: true });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return [];
    throw error;
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
