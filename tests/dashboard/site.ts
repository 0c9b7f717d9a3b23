import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { BrowserContextOptions, Page } from "playwright";
import { expect, inject, onTestFinished } from "vitest";
import { restingTime } from "../../packages/dashboard/src/lib/server/paint-first.ts";
import { sharedChromium } from "../browser.ts";
import { host, type Host } from "../host.ts";

/** The folder that `npm start` builds the site into, and serves. */
export const folder = fileURLToPath(new URL("../../packages/dashboard/build", import.meta.url));

/** Whether the site is built: its tests are skipped where it is not. */
export const built = existsSync(folder);

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export interface OpenOptions extends BrowserContextOptions {
  /** Whether the page's scripts are to arrive, and are waited for. */
  readonly wakes?: boolean;
  /** Whether only a reader's sign may wake the page: time alone does not. */
  readonly rests?: boolean;
  /** What is meant to fail: requests, of which the browser may then write in the console, or scripts, which may do anything. */
  readonly fails?: "requests" | "scripts";
}

/** Where a page of the site lies on the server that every test shares: `yeelen serve`, started as `npm start` does. */
export function urlOf(path: string): string {
  return `${inject("siteOrigin")}/${path}`;
}

/**
 * Opens a page of the site in a context of its own, for as long as the test runs. An uncaught exception in it, or an error
 * in its console, fails the test. Unless asked to be allowed, the site's service worker, which goes on to keep every page
 * of the language, is left out.
 */
export function open(path: string, options: OpenOptions = {}): Promise<Page> {
  return openAt(urlOf(path), options);
}

/** The site behind a host of a test's own: below a path, so that nothing may count on standing at the root. */
export interface SiteBehind {
  readonly host: Host;
  urlOf(path: string): string;
  open(path: string, options?: OpenOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Where the site stands behind a host of a test's own. */
export const below = "/any/place/";

/** A host that stands before the shared server, adds these headers and can spoil what it passes on. The caller closes it. */
export async function siteBehind(headers: Record<string, string> = {}): Promise<SiteBehind> {
  const own = await host({ [below]: inject("siteOrigin") }, headers);
  const urlBelow = (path: string) => `${own.origin}${below}${path}`;
  return {
    host: own,
    urlOf: urlBelow,
    open: (path, options = {}) => openAt(urlBelow(path), options),
    close: () => own.close(),
  };
}

const requests = new WeakMap<Page, string[]>();

/** What a page that `open` opened has asked for until now, by address, its workers' requests among them. */
export function requestsOf(page: Page): readonly string[] {
  return requests.get(page) ?? [];
}

async function openAt(
  address: string,
  { wakes = true, rests = false, fails, ...options }: OpenOptions,
): Promise<Page> {
  const browser = await sharedChromium();
  const context = await browser.newContext({ reducedMotion: "reduce", serviceWorkers: "block", ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  const asked: string[] = [];
  requests.set(page, asked);
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  onTestFinished(async () => {
    await context.close();
    const meant = fails === "scripts" ? /./ : fails === "requests" ? /^Failed to load resource/ : /^$/;
    expect(problems.filter((problem) => !meant.test(problem)).join("\n"), `errors of ${address}`).toBe("");
  });
  if (rests)
    await page.addInitScript((patience) => {
      const wait = setTimeout;
      window.setTimeout = ((act: () => void, time?: number) =>
        time === patience ? 0 : wait(act, time)) as typeof setTimeout;
    }, restingTime);
  await page.goto(address);
  if (wakes && options.javaScriptEnabled !== false) await awake(page);
  return page;
}

/** Gives a page of the site a reader's first sign and waits until it answers: its scripts come after its first frame. */
export async function awake(page: Page): Promise<void> {
  if (!/\/[a-z]{2}\//.test(new URL(page.url()).pathname)) return;
  await page.evaluate(() => dispatchEvent(new Event("pointermove")));
  await page.locator("html[data-awake]").waitFor();
}

/** What axe faults on a page, one line each: by all of its rules, by that on contrast alone, or by all but that. */
export async function faultsOf(
  page: Page,
  rules: "all" | "contrast" | "all but contrast" = "all",
): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({ path: axe });
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({
      resultTypes: ["violations"],
      ...(rules === "contrast" ? { runOnly: ["color-contrast"] } : {}),
      ...(rules === "all but contrast" ? { rules: { "color-contrast": { enabled: false } } } : {}),
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
  }, rules);
}
