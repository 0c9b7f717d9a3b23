import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { read, utils } from "@e965/xlsx";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sharedChromium } from "./browser.ts";
import { host, type Host } from "./host.ts";

const spreadsheet = "../shared/data/unodc-glotip/2025-04-14/data_glotip.xlsx";
const yeelen = resolve("packages/publish/bin/yeelen.mjs");
const run = promisify(execFile);

describe.skipIf(!existsSync(spreadsheet))("from the publisher's spreadsheet to the reader", () => {
  let folder: string;
  let browser: Browser;
  let site: Host;
  let partner: Host;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "yeelen-way-"));
    const [data, published, built] = ["data", "published", "site"].map((name) => join(folder, name));
    await cp("data", data ?? "", { recursive: true, filter: (path) => !path.endsWith("published") });
    await rm(join(data ?? "", "sources/unodc-glotip/observations.csv"));
    const glotip = join(data ?? "", "sources/unodc-glotip");
    await run("node", [yeelen, "import", "unodc-glotip", spreadsheet, "--out", glotip]);
    await run("node", [yeelen, "publish", "--data", data ?? "", "--out", published ?? ""]);
    await run("npm", ["run", "build", "--workspace", "@yeelen/dashboard"], {
      env: {
        ...process.env,
        YEELEN_DATA: published,
        YEELEN_SITE: built,
        NODE_ENV: "production",
        VITEST: undefined,
      },
      maxBuffer: 64e6,
    });
    site = await host(built ?? "", { "Access-Control-Allow-Origin": "*" });
    const { stdout } = await run("node", [
      yeelen,
      "embed",
      '{"indicator":"victims-detected","areas":["UKR"],"period":[2007,2022]}',
      ...["--host", `${site.origin}/`, "--data", published ?? ""],
    ]);
    await writeFile(join(folder, "article.html"), `<!doctype html><title>An article</title>${stdout}`);
    partner = await host(folder);
    browser = await sharedChromium();
  }, 300_000);

  afterAll(async () => {
    await Promise.all([site?.close(), partner?.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  test("a total in the spreadsheet is the total on the country page, without JavaScript", async () => {
    const wanted = await totalOf("UKR", 2018);
    expect(wanted).toBe("1,192");
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${site.origin}/en/country/UKR/`);
    expect(await page.locator("main").innerText()).toContain(`${wanted}, for 2018`);
    await page.close();
  });

  test("a total in the spreadsheet is the total in the partner's table and in the live picture", async () => {
    const wanted = await totalOf("UKR", 2018);
    const page = await browser.newPage();
    await page.goto(`${partner.origin}/article.html`);
    const row = page.locator("yeelen-line tr", { hasText: "2018" });
    expect(await row.textContent()).toContain(wanted);
    const plot = page.locator("yeelen-line .yeelen-holder .plot");
    await plot.focus();
    await page.waitForTimeout(200);
    await page.keyboard.press("Home");
    for (let year = 2007; year < 2018; year++) await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.locator("yeelen-line .tip").textContent()).toBe(`Ukraine, 2018: ${wanted}`);
    await page.close();
  });
});

/** A country's total of detected victims as the spreadsheet prints it, read without any of our own code. */
async function totalOf(area: string, year: number): Promise<string | undefined> {
  const workbook = read(await readFile(spreadsheet), { dense: true });
  const [sheet = ""] = workbook.SheetNames;
  const rows = utils.sheet_to_json<unknown[]>(workbook.Sheets[sheet] ?? {}, { header: 1 });
  const key = [area, "Detected trafficking victims", "Total", "Total", "Total", "Total", year].join();
  const found = rows.filter((row) => [row[0], row[4], row[5], row[6], row[7], row[8], row[9]].join() === key);
  return found.length === 1 ? String(found[0]?.[11]) : undefined;
}
