import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { launchChromium } from "../tests/browser.ts";
import { host } from "../tests/host.ts";
import { timeCommand } from "./command.ts";
import { kilobytes, printTable, seconds, type Measured } from "./table.ts";

const scratch = mkdtempSync(join(tmpdir(), "yeelen-bench-"));
const yeelen = "packages/publish/bin/yeelen.mjs";
const spreadsheet = "../shared/data/unodc-glotip/2025-04-14/data_glotip.xlsx";

const rows: Measured[] = [
  ...(await widgetSizes()),
  await importOfSpreadsheet(),
  await publishOfAll(),
  await countryPage(),
  await secondStart(),
];
rmSync(scratch, { recursive: true });
printTable("From the spreadsheet to the partner's page", rows);

async function widgetSizes(): Promise<Measured[]> {
  const script = gzip("packages/widgets/dist/yeelen-line.js");
  const view = gzip("data/published/unodc-glotip/2025-04-14/views/victims-detected.total.json");
  return [
    {
      what: "`<yeelen-line>` script, all it loads, gzip",
      goal: "≤ 10.5 KB",
      measured: kilobytes(script),
      met: script <= 10.5 * 1024,
    },
    {
      what: "script + data for a 14-country line, gzip, in 2 requests",
      goal: "≤ 14 KB",
      measured: kilobytes(script + view),
      met: script + view <= 14 * 1024,
    },
  ];
}

async function importOfSpreadsheet(): Promise<Measured> {
  const what = "import of the 58,769-row xlsx, whole process";
  const goal = "≤ 5 s, ≤ 400 MB";
  if (!existsSync(spreadsheet)) return { what, goal, measured: "the raw file is not here", met: undefined };
  const { wall, peak } = await timeCommand("node", [
    yeelen,
    "import",
    "unodc-glotip",
    spreadsheet,
    "--out",
    join(scratch, "import"),
  ]);
  const memory = peak === undefined ? "" : `, ${Math.round(peak / 1e6)} MB`;
  return { what, goal, measured: seconds(wall) + memory, met: wall <= 5000 && (peak ?? 0) <= 400e6 };
}

async function publishOfAll(): Promise<Measured> {
  const { wall } = await timeCommand("node", [
    yeelen,
    "publish",
    "--force",
    "--out",
    join(scratch, "published"),
  ]);
  return { what: "publish of all sources", goal: "≤ 15 s", measured: seconds(wall), met: wall <= 15_000 };
}

async function countryPage(): Promise<Measured> {
  const site = await host("packages/dashboard/build");
  const browser = await launchChromium({ whole: true });
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(`${site.origin}/en/country/MLI/`);
  await page.locator("html[data-awake]").waitFor();
  await page.waitForLoadState("networkidle");
  const heading = await page.locator("h1").textContent();
  if (!heading?.includes("Mali")) throw new Error(`not the country page: its heading is ${heading}`);
  const scripts = site.requests.filter(({ path }) => path.endsWith(".js"));
  const size = scripts.reduce((sum, { path }) => sum + gzip(join("packages/dashboard/build", path)), 0);
  await browser.close();
  await site.close();
  return {
    what: `country page, first load, all JavaScript (${scripts.length} files), gzip`,
    goal: "≤ 90 KB",
    measured: kilobytes(size),
    met: size <= 90 * 1024,
  };
}

async function secondStart(): Promise<Measured> {
  await startOnce();
  const wall = await startOnce();
  return {
    what: "`npm start`, second time, to the address",
    goal: "≤ 5 s",
    measured: seconds(wall),
    met: wall <= 5000,
  };
}

/** Milliseconds from the command to its address. */
async function startOnce(): Promise<number> {
  const start = performance.now();
  const child = spawn("node", ["scripts/start.mjs"], { detached: true });
  const wall = await new Promise<number>((resolve, reject) => {
    child.stdout.on(
      "data",
      (chunk) => /http:\/\/localhost/.test(String(chunk)) && resolve(performance.now() - start),
    );
    child.once("exit", () => reject(new Error("npm start ended before it printed its address")));
  });
  child.removeAllListeners("exit");
  if (child.pid) process.kill(-child.pid);
  return wall;
}

function gzip(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).byteLength;
}
