import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { timeCommand, type Run } from "./command.ts";
import { generateData } from "./generated.ts";
import { importOfAll } from "./import-all.ts";
import { printTable, seconds, type Measured } from "./table.ts";

const yeelen = "packages/publish/bin/yeelen.mjs";
const scratch = mkdtempSync(join(tmpdir(), "yeelen-bench-"));
const raw = "../shared/data";
const large = process.argv.includes("--large");
const gigabyte = 2 ** 30;

try {
  printTable("Importing and publishing", [
    ...(await importAndPublish()),
    await publishOfAll(),
    ...(large ? await publishOfGenerated() : []),
  ]);
  if (!large)
    console.log("\nTen million observations take minutes and 2 GB of disk: npm run bench:publish -- --large");
} finally {
  rmSync(scratch, { recursive: true });
}

/** Every publisher's file to a published folder, whole processes; the files are no part of the repository. */
async function importAndPublish(): Promise<Measured[]> {
  const { steps, absent, whole } = await importOfAll(raw, scratch);
  const complete = absent.length === 0;
  return [
    ...steps.map((step) => ({ what: step.what, goal: "", measured: said(step), met: true })),
    ...absent.map((source) => ({
      what: `import of ${source}`,
      goal: "",
      measured: `skipped: ${raw}/${source} is not here`,
      met: undefined,
    })),
    {
      what: complete
        ? "all sources imported and published"
        : "the sources that are here imported, all published",
      goal: "≤ 40 s, ≤ 1 GB",
      measured: said(whole),
      met: complete ? within(whole, 40_000, gigabyte) : undefined,
    },
  ];
}

async function publishOfAll(): Promise<Measured> {
  const run = await timeCommand("node", [yeelen, "publish", "--force", "--out", join(scratch, "published")]);
  return {
    what: "publish of all sources",
    goal: "≤ 15 s, ≤ 1 GB",
    measured: said(run),
    met: within(run, 15_000, gigabyte),
  };
}

/** A tenth and the whole of ten million observations: what grows linearly takes ten times as long. */
async function publishOfGenerated(): Promise<Measured[]> {
  const walls: number[] = [];
  const rows: Measured[] = [];
  for (const count of [1_000_000, 10_000_000]) {
    const data = join(scratch, String(count));
    await generateData(data, count);
    const bytes = statSync(join(data, "sources/generated/observations.csv")).size;
    const run = await timeCommand("node", [yeelen, "publish", "--data", data, "--out", join(data, "out")], 1);
    rmSync(data, { recursive: true });
    walls.push(run.wall);
    const goal = count === 10_000_000;
    rows.push({
      what: `publish of ${count.toLocaleString("en")} generated observations (${Math.round(bytes / 1e6)} MB of CSV)`,
      goal: goal ? "≤ 120 s, ≤ 4 GB" : "",
      measured: said(run),
      met: !goal || within(run, 120_000, 4 * gigabyte),
    });
  }
  const growth = (walls[1] ?? 0) / (walls[0] ?? 1);
  rows.push({
    what: "ten times the observations take",
    goal: "≤ 12 times as long",
    measured: `${growth.toFixed(1)} times`,
    met: growth <= 12,
  });
  return rows;
}

/** Undefined where the memory is not known and the time alone does not miss the goal. */
function within({ wall, peak }: Run, milliseconds: number, bytes: number): boolean | undefined {
  if (wall > milliseconds) return false;
  return peak === undefined ? undefined : peak <= bytes;
}

/** Seconds on the clock, those the processors worked, the memory. */
function said({ wall, processor, peak }: Run): string {
  const worked = processor === undefined ? "" : ` (processor ${seconds(processor)})`;
  const memory = peak === undefined ? "" : `, ${(peak / gigabyte).toFixed(2)} GB`;
  return `${seconds(wall)}${worked}${memory}`;
}
