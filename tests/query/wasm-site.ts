import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog, viewsEngine, type OpenCatalog } from "@yeelen/query";
import { nativeEngine } from "@yeelen/query/native";
import type { Browser, Page as Tab } from "playwright";
import { sharedChromium } from "../browser.ts";
import type { Page } from "./page.ts";
import { publishMadeUp, type Published } from "./published.ts";
import type { RangeHost } from "./range-host.ts";
import { pageHost } from "./site.ts";

/** Chromium, a host that serves it the engine and a published folder, and native DuckDB over the same folder. */
export interface WasmSite {
  readonly published: Published;
  readonly host: RangeHost;
  readonly browser: Browser;
  readonly native: OpenCatalog;
  /** A fresh tab with the page's code, and every request it makes. */
  openTab(): Promise<{ readonly tab: Tab; readonly requests: string[] }>;
  close(): Promise<void>;
}

/** What a function that runs in the tab finds there. */
export interface PageGlobal {
  readonly yeelen: Page;
}

export async function wasmSite(publish: () => Promise<Published> = publishMadeUp): Promise<WasmSite> {
  const published = await publish();
  const host = await pageHost(published);
  const browser = await sharedChromium();
  const native = await openCatalog(published.url, {
    fetch: fetchFile,
    engines: [viewsEngine(), nativeEngine()],
  });
  return {
    published,
    host,
    browser,
    native,
    async openTab() {
      const tab = await browser.newPage();
      const requests: string[] = [];
      tab.on("request", (request) => requests.push(request.url()));
      await tab.goto(`${host.origin}/`);
      await tab.waitForFunction(() => "yeelen" in globalThis);
      return { tab, requests };
    },
    async close() {
      await native.close();
      await host.close();
    },
  };
}
