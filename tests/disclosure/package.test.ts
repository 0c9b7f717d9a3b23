import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

const run = promisify(execFile);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const root = here("../..");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yeelen-package-"));
  const tsx = here("../../node_modules/tsx/dist/cli.mjs");
  await run(process.execPath, [tsx, here("../../packages/disclosure/build.ts"), join(folder, "dist")]);
  await run("npm", ["pack", "--pack-destination", folder], { cwd: join(folder, "dist") });
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it("the packed package holds JavaScript and types alone, and depends on the solver alone", async () => {
  const { publint } = await import("publint");
  const { messages } = await publint({ pkgDir: join(folder, "dist"), strict: true, pack: "npm" });
  expect(messages).toEqual([]);
  const { stdout } = await run("tar", ["-tzf", join(folder, "yeelen-disclosure-0.1.0.tgz")]);
  const files = stdout.trim().split("\n");
  expect(files).toContain("package/index.js");
  expect(files.filter((file) => !/(\.js|\.d\.ts|package\.json|README\.md|LICENSE)$/.test(file))).toEqual([]);
  const manifest = JSON.parse(await readFile(join(folder, "dist/package.json"), "utf8")) as Record<
    string,
    unknown
  >;
  expect(manifest).toMatchObject({ license: "MIT", dependencies: { highs: "1.15.3" } });
  expect(Object.keys(manifest)).not.toContain("private");
}, 60_000);

it("the README's example runs on plain Node from the packed package, installed without a network", async () => {
  const place = join(folder, "consumer");
  await mkdir(place);
  await writeFile(
    join(place, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" }),
  );
  const tarball = join(folder, "yeelen-disclosure-0.1.0.tgz");
  const quiet = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--install-links"];
  await run("npm", ["install", ...quiet, tarball, `file:${join(root, "node_modules/highs")}`], {
    cwd: place,
  });
  const readme = await readFile(join(place, "node_modules/@yeelen/disclosure/README.md"), "utf8");
  await writeFile(join(place, "example.js"), /```ts\n([\s\S]*?)```/.exec(readme)![1]!);
  const { stdout } = await run(process.execPath, ["example.js"], { cwd: place });
  expect(stdout.split("\n").slice(0, 2)).toEqual(["unsafe", "safe true"]);
}, 120_000);

it("the packed package's types are complete: a strict consumer compiles against them", async () => {
  const place = join(folder, "typed");
  await mkdir(place);
  const declarations = join(folder, "dist/index.js");
  await writeFile(
    join(place, "use.mts"),
    `import { audit, Table, type AuditResult } from ${JSON.stringify(declarations)};\n` +
      `export const result: Promise<AuditResult> = audit(new Table(11));\n// @ts-expect-error a threshold is a number\nnew Table("11");\n`,
  );
  const compiler = here("../../node_modules/typescript/bin/tsc");
  const strict = ["--strict", "--noEmit", "--skipLibCheck", "--target", "es2022", "--module", "nodenext"];
  await run(process.execPath, [compiler, ...strict, join(place, "use.mts")], { cwd: place });
}, 60_000);
