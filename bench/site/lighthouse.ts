import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { launch } from "puppeteer-core";
import { chromium } from "playwright";
import { chromiumFlags, systemChromium } from "../../scripts/browser.mjs";

/** Scores of 100; times in milliseconds. */
export interface Audit {
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  readonly lcp: number;
  readonly cls: number;
  readonly tbt: number;
}

/**
 * One run of Lighthouse's mobile audit in a fresh Chromium: slow 4G (150 ms, 1.6 Mbit/s) and a processor four times as
 * slow, both applied by Lighthouse's model. Throws where a page cannot be audited; prints the audits that failed.
 */
export async function audit(address: string): Promise<Audit> {
  const userDataDir = mkdtempSync(join(tmpdir(), "yeelen-chromium-"));
  const browser = await launch({
    executablePath: systemChromium({ whole: true }) ?? chromium.executablePath(),
    args: [...chromiumFlags],
    headless: true,
    userDataDir,
  });
  try {
    const result = await lighthouse(
      address,
      { port: Number(new URL(browser.wsEndpoint()).port), logLevel: "error", output: "json" },
      undefined,
    );
    if (!result) throw new Error(`Lighthouse gave no result for ${address}`);
    const { categories, audits, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`Lighthouse could not audit ${address}: ${runtimeError.message}`);
    const score = (category: string) => Math.round((categories[category]?.score ?? 0) * 100);
    const value = (id: string) => audits[id]?.numericValue ?? NaN;
    for (const category of ["accessibility", "best-practices", "seo"])
      for (const { id, weight } of categories[category]?.auditRefs ?? [])
        if (weight > 0 && audits[id]?.score !== null && (audits[id]?.score ?? 1) < 1)
          console.error(`${address}: ${category}: ${audits[id]?.title}`);
    return {
      performance: score("performance"),
      accessibility: score("accessibility"),
      bestPractices: score("best-practices"),
      seo: score("seo"),
      lcp: value("largest-contentful-paint"),
      cls: value("cumulative-layout-shift"),
      tbt: value("total-blocking-time"),
    };
  } finally {
    await browser.close();
    rmSync(userDataDir, { recursive: true, force: true });
  }
}
