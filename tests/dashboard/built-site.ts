import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright";
import { expect } from "vitest";
import { launchChromium } from "../browser.ts";
import { host, type Host } from "../host.ts";

export const folder = fileURLToPath(new URL("../../packages/dashboard/build", import.meta.url));
export const isBuilt = existsSync(folder);
/** Where the tests put the site, which must run anywhere. */
export const base = "/any/place/";

export interface BuiltSite {
  readonly site: Host;
  /** A page of the site; what it says to the console as an error fails the test when it is closed. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export async function openBuiltSite(): Promise<BuiltSite> {
  const browser: Browser = await launchChromium();
  const site = await host({ [base]: folder });
  return {
    site,
    async open(path, options = {}) {
      const context = await browser.newContext({ reducedMotion: "reduce", ...options });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") problems.push(message.text());
      });
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
