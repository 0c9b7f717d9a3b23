import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright";
import { expect } from "vitest";
import { launchChromium } from "../browser.ts";
import { restingTime } from "../../packages/dashboard/src/lib/server/paint-first.ts";
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
  /**
   * Opens a page; an error in it fails the test when the page is closed. Unless asked to be allowed, the site's service
   * worker, which goes on to keep every page of the language, is left out.
   */
  open(path: string, options?: OpenOptions): Promise<Page>;
  close(): Promise<void>;
}

export interface OpenOptions extends BrowserContextOptions {
  /** Whether the page's scripts are to arrive, and are waited for; otherwise its errors are the test's own affair. */
  readonly wakes?: boolean;
  /** Whether only a reader's sign may wake the page: time alone does not. */
  readonly rests?: boolean;
}

/** Serves the built site with these headers. The caller closes it. */
export async function siteHost(headers: Record<string, string> = {}): Promise<SiteHost> {
  const browser: Browser = await launchChromium();
  const site = await host({ [base]: folder }, headers);
  return {
    host: site,
    async open(path, { wakes = true, rests = false, ...options } = {}) {
      const context = await browser.newContext({
        reducedMotion: "reduce",
        serviceWorkers: "block",
        ...options,
      });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on("pageerror", (error) => wakes && problems.push(String(error)));
      page.on("close", () => expect(problems).toEqual([]));
      if (rests)
        await page.addInitScript((patience) => {
          const wait = setTimeout;
          window.setTimeout = ((act: () => void, time?: number) =>
            time === patience ? 0 : wait(act, time)) as typeof setTimeout;
        }, restingTime);
      await page.goto(`${site.origin}${base}${path}`);
      if (wakes && options.javaScriptEnabled !== false) await awake(page);
      return page;
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/** Gives a page of the site a reader's first sign and waits until it answers: its scripts come after its first frame. */
export async function awake(page: Page): Promise<void> {
  if (!/\/[a-z]{2}\//.test(new URL(page.url()).pathname)) return;
  await page.evaluate(() => dispatchEvent(new Event("pointermove")));
  await page.locator("html[data-awake]").waitFor();
}

/** What axe faults on a page, one line each; rules can be turned off by name. */
export async function faultsOf(
  page: Page,
  rules: Readonly<Record<string, { readonly enabled: boolean }>> = {},
): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ rules, resultTypes: ["violations"] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
  }, rules);
}
