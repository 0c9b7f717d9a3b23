import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { timeCommand } from "./command.ts";
import { generateData } from "./generated.ts";
import { printTable, seconds, type Measured } from "./table.ts";

const yeelen = "packages/publish/bin/yeelen.mjs";
const scratch = mkdtempSync(join(tmpdir(), "yeelen-bench-"));
const gigabyte = 2 ** 30;

try {
  printTable("Publishing", [await publishOfAll(), ...(await publishOfGenerated())]);
} finally {
  rmSync(scratch, { recursive: true });
}

async function publishOfAll(): Promise<Measured> {
  const { wall, peak } = await timeCommand("node", [
    yeelen,
    "publish",
    "--force",
    "--out",
    join(scratch, "published"),
  ]);
  return {
    what: "publish of all sources",
    goal: "≤ 15 s, ≤ 1 GB",
    measured: `${seconds(wall)}${memory(peak)}`,
    met: wall <= 15_000 && (peak ?? 0) <= gigabyte,
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
    const { wall, peak } = await timeCommand(
      "node",
      [yeelen, "publish", "--data", data, "--out", join(data, "out")],
      1,
    );
    rmSync(data, { recursive: true });
    walls.push(wall);
    const goal = count === 10_000_000;
    rows.push({
      what: `publish of ${count.toLocaleString("en")} generated observations (${Math.round(bytes / 1e6)} MB of CSV)`,
      goal: goal ? "≤ 120 s, ≤ 4 GB" : "",
      measured: `${seconds(wall)}${memory(peak)}`,
      met: !goal || (wall <= 120_000 && (peak ?? 0) <= 4 * gigabyte),
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

function memory(peak: number | undefined): string {
  return peak === undefined ? "" : `, ${(peak / gigabyte).toFixed(2)} GB`;
}
