// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installBrowsers } from "./browser.mjs";
import { build } from "./build.mjs";
import { installPackages } from "./install.mjs";
import { root, runQuietly } from "./run.mjs";

/** Checks that either hold or do not: each counts as one. */
const checks = [
  { name: "format", args: ["prettier", "--check", "--log-level=warn", "."] },
  { name: "lint", args: ["eslint", "."] },
  { name: "types", args: ["tsc", "--noEmit"] },
  {
    name: "types of the site",
    args: [
      "svelte-check",
      "--workspace",
      "packages/dashboard",
      "--tsconfig",
      "./tsconfig.json",
      "--fail-on-warnings",
    ],
  },
];

/** Vitest projects: each test counts as one. Those of whole pages take both processors and run by themselves. */
const besideUnits = ["browser", "storybook"];

/** `--clickhouse` adds the suite on the real ClickHouse engine, which installs 540 MB in a folder of its own. */
const clickhouse = process.argv.includes("--clickhouse");

const totals = { passed: 0, failed: 0, skipped: 0 };

try {
  await installPackages();
  await installBrowsers();
  await build();
  await Promise.all([vitest("node"), checksAndBrowsers()]);
  await vitest("e2e");
  if (clickhouse)
    await timed("clickhouse", (report) =>
      runQuietly("node", ["tests/clickhouse/run.mjs", ...reporters(report)]),
    );
} catch (error) {
  console.error(`npm test: ${error instanceof Error ? error.message : error}`);
  totals.failed += 1;
}
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : "";
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);

/** What runs beside the unit tests, which take one processor. */
async function checksAndBrowsers() {
  for (const { name, args } of checks) await timed(name, () => runQuietly("npx", args), { counted: false });
  for (const project of besideUnits) await vitest(project);
}

/** @param {string} project */
function vitest(project) {
  return timed(project, (report) =>
    runQuietly("npx", ["vitest", "run", "--project", project, ...reporters(report)]),
  );
}

/**
 * Runs one part, prints what it wrote, and adds up what it found: its tests from the report it writes, or one for a
 * check that writes none.
 * @param {string} name
 * @param {(report: string) => Promise<{ code: number, output: string }>} work
 * @param {{ counted?: boolean }} [options]
 */
async function timed(name, work, { counted = true } = {}) {
  console.log(`── ${name} …`);
  const start = performance.now();
  const report = join(root, ".cache", `tests-${name}.json`);
  mkdirSync(join(root, ".cache"), { recursive: true });
  rmSync(report, { force: true });
  const { code, output } = await work(report);
  const good = code === 0;
  console.log(`\n${output.trim()}`);
  const found = counted ? readReport(report) : { passed: Number(good), failed: Number(!good), skipped: 0 };
  totals.passed += found.passed;
  totals.failed += found.failed || Number(!good);
  totals.skipped += found.skipped;
  console.log(
    `── ${name}: ${good ? "good" : "FAILED"} (${((performance.now() - start) / 1000).toFixed(0)} s)\n`,
  );
}

/** @param {string} report */
function readReport(report) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/** @param {string} report */
function reporters(report) {
  return ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
}
