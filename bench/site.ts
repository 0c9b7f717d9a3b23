import { readFileSync, rmSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { launchChromium } from "../tests/browser.ts";
import { serveFolder } from "../packages/publish/src/serve/serve-folder.ts";
import { timeCommand } from "./command.ts";
import { filterChanges } from "./site/filter-change.ts";
import { audit, type Audit } from "./site/lighthouse.ts";
import { waking } from "./site/waking.ts";
import { kilobytes, median, printTable, seconds, type Measured } from "./table.ts";

const build = "packages/dashboard/build";
const audited = {
  home: "en/",
  country: "en/country/MLI/",
  indicator: "en/indicator/victims-detected/",
  compare: "en/compare/",
};
const kinds = {
  ...audited,
  flows: "en/flows/",
  response: "en/response/",
  query: "en/query/",
  data: "en/data/",
  events: "en/events/",
  embed: "en/embed/",
  definitions: "en/definitions/",
  "indicator in Ukrainian": "uk/indicator/victims-by-exploitation/",
  "country in Arabic": "ar/country/UKR/",
};
const runs = 3;

const server = await serveFolder(build, { port: 0, host: "localhost" });
const parts = { audits, wakings, firstLoads, changes, prerender };
const wanted = process.argv[2]?.split(",") ?? Object.keys(parts);
const rows: Measured[] = [];
for (const [name, measure] of Object.entries(parts))
  if (wanted.includes(name)) rows.push(...[await measure()].flat());
await server.close();
printTable(`The site, slow 4G and 4× processor, medians of ${runs}`, rows);

async function audits(): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const [name, path] of Object.entries(audited)) {
    const found: Audit[] = [];
    for (let run = 0; run < runs; run++) found.push(await audit(`${server.url}/${path}`));
    const of = (key: keyof Audit) => median(found.map((one) => one[key]));
    const scores = (["performance", "accessibility", "bestPractices", "seo"] as const).map(of);
    measured.push(
      {
        what: `Lighthouse on ${name}: performance, accessibility, best practices, SEO`,
        goal: "≥ 95, 100, 100, 100",
        measured: scores.join(", "),
        met: scores.every((score, index) => score >= (index === 0 ? 95 : 100)),
      },
      {
        what: `LCP / CLS / total blocking time on ${name}`,
        goal: "≤ 1.8 s / ≤ 0.02 / ≤ 150 ms",
        measured: `${seconds(of("lcp"))} / ${of("cls").toFixed(3)} / ${Math.round(of("tbt"))} ms`,
        met: of("lcp") <= 1800 && of("cls") <= 0.02 && of("tbt") <= 150,
      },
    );
  }
  return measured;
}

async function wakings(): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const [name, path] of Object.entries(audited)) {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) times.push(await waking(`${server.url}/${path}`));
    const time = median(times);
    measured.push({
      what: `${name} at rest: from a reader's first sign to controls that answer, 4× processor`,
      goal: "",
      measured: seconds(time),
      met: true,
    });
  }
  return measured;
}

/** All that a page asks for before its reader does anything, fonts and pictures left out. */
async function firstLoads(): Promise<Measured[]> {
  const measured: Measured[] = [];
  const browser = await launchChromium({ whole: true });
  for (const [name, path] of Object.entries(kinds)) {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => {
      if (!["font", "image"].includes(request.resourceType())) asked.push(new URL(request.url()).pathname);
    });
    await page.goto(`${server.url}/${path}`);
    // scripts come after the first frame: the load ends with what the page asks for once it is awake
    await page.locator("html[data-awake]").waitFor();
    await page.waitForLoadState("networkidle");
    await context.close();
    const files = new Set(asked.map((one) => (one.endsWith("/") ? `${one}index.html` : one)));
    const size = [...files].reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(build, file)), { level: 9 }).byteLength,
      0,
    );
    measured.push({
      what: `first load of ${name}, all but fonts and pictures (${files.size} files), gzip`,
      goal: "≤ 110 KB",
      measured: kilobytes(size),
      met: size <= 110 * 1024,
    });
  }
  await browser.close();
  return measured;
}

async function changes(): Promise<Measured[]> {
  const { view, engine } = await filterChanges(server.url);
  return [
    {
      what: "a filter change answered by a view, to paint, no throttling",
      goal: "≤ 50 ms",
      measured: `${view.toFixed(0)} ms`,
      met: view <= 50,
    },
    {
      what: "a statement answered by warm DuckDB, to paint, no throttling",
      goal: "≤ 150 ms",
      measured: `${engine.toFixed(0)} ms`,
      met: engine <= 150,
    },
  ];
}

async function prerender(): Promise<Measured> {
  const scratch = mkdtempSync(join(tmpdir(), "yeelen-site-"));
  process.env["YEELEN_SITE"] = join(scratch, "site");
  const { wall, peak } = await timeCommand("npm", ["run", "build", "-w", "@yeelen/dashboard"], 1);
  rmSync(scratch, { recursive: true, force: true });
  return {
    what: "full build of the site, all languages, once",
    goal: "≤ 240 s, ≤ 3 GB",
    measured: `${seconds(wall)}${peak === undefined ? "" : `, ${(peak / 1e9).toFixed(1)} GB`}`,
    met: wall <= 240_000 && (peak ?? 0) <= 3e9,
  };
}
