import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { IndicatorQuery } from "@yeelen/dataset";
import type { Page } from "playwright";
import { build } from "vite";
import { launchChromium } from "../tests/browser.ts";
import { rangeHost, type RangeHost } from "../tests/query/range-host.ts";
import { firstLoad } from "../tests/query/first-load/measure.ts";
import { largeRelease, type LargeRelease } from "./large-release.ts";
import { residentMemory, settle } from "./query/memory.ts";
import { kilobytes, median, printTable, type Measured } from "./table.ts";

interface Bench {
  coldOurs(data: string, question: IndicatorQuery): Promise<number>;
  coldBare(): Promise<number>;
  view(data: string, question: IndicatorQuery, runs: number): Promise<number[]>;
  groupBy(
    data: string,
    file: string,
    sql: string,
    loop: object,
    runs: number,
  ): Promise<Record<"ours" | "bare" | "mosaic" | "arquero" | "byHand", number[]>>;
  ranges(data: string, questions: readonly IndicatorQuery[]): Promise<{ rows: number; known: number }[]>;
  manyThenTerminate(data: string, question: IndicatorQuery, count: number): Promise<void>;
}

const root = fileURLToPath(new URL("..", import.meta.url));
const rivals = join(root, "bench/rivals");
const published = join(root, "data/published");
const sizes = (process.argv[2] ?? "200000,2000000,20000000").split(",").map(Number);
const question: IndicatorQuery = {
  indicator: "victims-detected",
  areas: ["all"],
  period: [2007, 2022],
  by: ["sex"],
  measure: "rate",
};
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;

const bundle = await bundlePage();
const engine = join(root, "node_modules/@duckdb/duckdb-wasm/dist");
const ours = join(root, "packages/query/src/wasm");
const folders: string[] = [bundle];
const site = await rangeHost({ "/page/": bundle, "/engine/": engine, "/wasm/": ours, "/data/": published });
const browser = await launchChromium({ whole: true });
try {
  // memory first: it weighs the whole browser, with all that was done in it before
  const parts = { memory, warmView, firstGraph, coldStart, groupBy, readByRanges };
  const wanted = process.argv[3]?.split(",") ?? Object.keys(parts);
  const rows: Measured[] = [];
  for (const [name, measure] of Object.entries(parts))
    if (wanted.includes(name)) rows.push(...[await measure()].flat());
  printTable("One question, its engines", rows);
} finally {
  await browser.close();
  await site.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}

async function bundlePage(): Promise<string> {
  if (!existsSync(join(rivals, "node_modules")))
    spawnSync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], {
      cwd: rivals,
      stdio: "inherit",
    });
  const outDir = await mkdtemp(join(tmpdir(), "yeelen-bench-page-"));
  await build({
    configFile: false,
    logLevel: "error",
    root: rivals,
    build: { outDir, target: "es2022", lib: { entry: "page.js", formats: ["es"], fileName: "page" } },
  });
  return outDir;
}

async function inTab<Result>(use: (tab: Page) => Promise<Result>, host: RangeHost = site): Promise<Result> {
  const tab = await browser.newPage();
  try {
    await tab.goto(`${host.origin}/`);
    await tab.waitForFunction(() => "bench" in globalThis);
    return await use(tab);
  } finally {
    await tab.close();
  }
}

async function warmView(): Promise<Measured> {
  const times = await inTab((tab) =>
    tab.evaluate(
      (asked) => (globalThis as unknown as { bench: Bench }).bench.view("/data/", asked, 200),
      question,
    ),
  );
  const measured = median(times);
  return {
    what: "a view-answered question, warm: 14 countries, 16 years, by sex, as a rate",
    goal: "≤ 2 ms",
    measured: ms(measured),
    met: measured <= 2,
  };
}

async function firstGraph(): Promise<Measured> {
  const { bytes } = await firstLoad("catalog");
  return {
    what: "the package's first-load graph in a page that only uses views, gzip",
    goal: "≤ 12 KB",
    measured: kilobytes(bytes),
    met: bytes <= 12 * 1024,
  };
}

async function coldStart(): Promise<Measured> {
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let run = 0; run < 5; run++) {
    bare.push(
      await inTab((tab) => tab.evaluate(() => (globalThis as unknown as { bench: Bench }).bench.coldBare())),
    );
    ours.push(
      await inTab((tab) =>
        tab.evaluate(
          (asked) => (globalThis as unknown as { bench: Bench }).bench.coldOurs("/data/", asked),
          question,
        ),
      ),
    );
  }
  const ratio = median(ours) / median(bare);
  return {
    what: "DuckDB-WASM cold to first answer, against the engine's bare instantiate-and-select",
    goal: "≤ 1.3 ×",
    measured: `${ratio.toFixed(2)} × (${ms(median(ours))} against ${ms(median(bare))})`,
    met: ratio <= 1.3,
  };
}

async function groupBy(): Promise<Measured[]> {
  const large = await generated(1_000_000);
  const sql =
    "SELECT area, count(*) AS count, sum(value) AS sum FROM observations WHERE period >= 2008 GROUP BY area ORDER BY area";
  const host = await hostOf(large);
  const times = await inTab(
    (tab) =>
      tab.evaluate(
        ([file, sql]) =>
          (globalThis as unknown as { bench: Bench }).bench.groupBy(
            "/data/",
            file,
            sql,
            { columns: ["area", "period", "value"], from: 2008 },
            20,
          ),
        [`/data/${large.database}`, sql] as const,
      ),
    host,
  );
  await host.close();
  const [ours, mosaic] = [median(times.ours), median(times.mosaic)];
  const what = `warm filtered group-by over ${large.rows.toLocaleString("en")} rows in the browser`;
  return [
    { what, goal: "≤ 60 ms", measured: ms(ours), met: ours <= 60 },
    {
      what: "the same SQL through `@uwdata/mosaic-core`",
      goal: "≤ 1.0 ×",
      measured: `${(ours / mosaic).toFixed(2)} × (Mosaic ${ms(mosaic)}; the engine's own connection ${ms(median(times.bare))}; Arquero ${ms(median(times.arquero))}; a loop by hand over Arrow columns ${ms(median(times.byHand))})`,
      met: ours <= mosaic,
    },
  ];
}

async function readByRanges(): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const size of sizes) {
    const large = await generated(size);
    const host = await hostOf(large);
    const answered = await inTab(
      (tab) =>
        tab.evaluate(
          (asked) => (globalThis as unknown as { bench: Bench }).bench.ranges("/data/", asked),
          [large.question, large.otherQuestion, large.question],
        ),
      host,
    );
    const parts = bytesBetweenMarks(host);
    await host.close();
    const first = parts[0] ?? 0;
    const next = parts[1] ?? 0;
    rows.push({
      what: `bytes read by ranges for a filtered question, ${large.rows.toLocaleString("en")} rows, file of ${megabytes(large.bytes)}`,
      goal: size >= 20_000_000 ? "≤ 1 MB, after ≤ 3 MB once" : "printed",
      measured: `${megabytes(first)} for the first question (${answered[0]?.known} figures), ${megabytes(next)} for another, ${megabytes(parts[2] ?? 0)} for the first again`,
      met: size >= 20_000_000 ? first <= 3e6 && next <= 1e6 : first <= 3e6,
    });
  }
  return rows;
}

/** Bytes of the database that were sent before each mark that the page set. */
function bytesBetweenMarks({ sent, marks }: RangeHost): number[] {
  let from = 0;
  return marks.map((mark) => {
    const part = sent.slice(from, mark);
    from = mark;
    return part.filter(({ path }) => path.endsWith(".duckdb")).reduce((sum, { bytes }) => sum + bytes, 0);
  });
}

async function memory(): Promise<Measured> {
  const what = "memory of the browser after 50 questions and `terminate()`, against before";
  const goal = "within 10 %";
  return inTab(async (tab) => {
    await settle(tab);
    const before = residentMemory();
    await tab.evaluate(
      (asked) => (globalThis as unknown as { bench: Bench }).bench.manyThenTerminate("/data/", asked, 1),
      question,
    );
    await settle(tab);
    const once = residentMemory();
    await tab.evaluate(
      (asked) => (globalThis as unknown as { bench: Bench }).bench.manyThenTerminate("/data/", asked, 50),
      question,
    );
    await settle(tab);
    const after = residentMemory();
    if (before === undefined || once === undefined || after === undefined)
      return { what, goal, measured: "no /proc here", met: undefined };
    return {
      what,
      goal,
      measured: `${megabytes(after)} against ${megabytes(once)} after one question and its end, ${megabytes(before)} before any`,
      met: after <= once * 1.1,
    };
  });
}

async function generated(rows: number): Promise<LargeRelease> {
  const large = await largeRelease(rows);
  folders.push(large.folder);
  return large;
}

function hostOf(large: LargeRelease): Promise<RangeHost> {
  return rangeHost({ "/page/": bundle, "/engine/": engine, "/wasm/": ours, "/data/": large.folder });
}
