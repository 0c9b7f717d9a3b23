import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright";
import { expect } from "vitest";
import { launchChromium } from "../browser.ts";
import { host, type Host } from "../host.ts";

/** The folder that the site is built into. */
export const folder = fileURLToPath(new URL("../../packages/dashboard/build", import.meta.url));

/** Whether the site is built: its tests are skipped where it is not. */
export const built = existsSync(folder);

/** The site stands below a path of its own, so that nothing may count on standing at the root. */
export const base = "/any/place/";
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** The built site on a host of its own, under a path of its own, and a browser to open its pages with. */
export interface SiteHost {
  readonly host: Host;
  /** Opens a page; an error in it fails the test when the page is closed. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Serves the built site with these headers. The caller closes it. */
export async function siteHost(headers: Record<string, string> = {}): Promise<SiteHost> {
  const browser: Browser = await launchChromium();
  const site = await host({ [base]: folder }, headers);
  return {
    host: site,
    async open(path, options = {}) {
      const context = await browser.newContext({ reducedMotion: "reduce", ...options });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("close", () => expect(problems).toEqual([]));
      await page.goto(`${site.origin}${base}${path}`);
      return page;
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/** What axe faults on a page, one line each. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
  });
}
