import type { Browser, Page } from "playwright";
import type { IndicatorQuery } from "@yeelen/dataset";
import { embedOf, type EmbedRequest } from "../../packages/publish/src/embed/embed-of.ts";
import { inject } from "vitest";
import { host, type Host } from "../host.ts";

/** The host of figures, a partner on an origin of its own, and every kind's lines. */
export interface Partners {
  readonly figures: Host;
  readonly partner: Host;
  close(): Promise<void>;
}

export async function partners(): Promise<Partners> {
  const site = inject("siteOrigin");
  const figures = await host({ "/earlier/": `${site}/widgets`, "/": site });
  const partner = await host("examples");
  const close = async () => void (await Promise.all([figures.close(), partner.close()]));
  return { figures, partner, close };
}

const detected = {
  indicator: "victims-detected",
  areas: ["MLI", "NER", "SEN"],
  period: [2007, 2022],
} satisfies IndicatorQuery;

/** A question that each kind of chart is good for. */
export const questions: Readonly<Record<string, IndicatorQuery>> = {
  bar: detected,
  dot: detected,
  flow: {
    indicator: "victims-by-citizenship",
    areas: ["ZAF"],
    period: [2007, 2022],
    by: ["counterpart"],
  },
  line: detected,
  map: detected,
  matrix: detected,
  multiples: detected,
  stack: { ...detected, areas: ["NER"], by: ["sex"] },
  stat: { ...detected, areas: ["MLI"] },
  table: detected,
  timeline: { indicator: "response-events", areas: ["MLI"], period: [2011, 2019] },
};

/** What `yeelen embed` prints for a kind, for a host of figures. */
export function linesOf(figures: Host, kind: string, more: Partial<EmbedRequest> = {}): Promise<string> {
  const question = questions[kind];
  if (!question) throw new Error(`no question for ${kind}`);
  return embedOf(question, {
    host: `${figures.origin}/`,
    data: "data/published",
    widgets: "packages/widgets/dist",
    pinned: true,
    kind,
    ...more,
  });
}

export const pageOf = (body: string, head = "", attributes = 'lang="en"') =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Page</title>${head}</head><body><main>${body}</main></body></html>`;

export interface Seen {
  readonly shift: number;
  readonly violations: readonly string[];
  readonly told: readonly string[];
}

export interface OpenedPage {
  readonly page: Page;
  readonly errors: readonly string[];
  readonly elsewhere: readonly string[];
  /** Resolves when this many elements have said that they are ready or why not. */
  told(count?: number): Promise<readonly string[]>;
  seen(): Promise<Seen>;
  close(): Promise<void>;
}

/** A page on the partner's origin, watched for errors, layout shifts, broken policies and requests to anybody else. */
export async function openPage(
  browser: Browser,
  { figures, partner }: Partners,
  path: string,
  { width = 800, height = 740, javaScriptEnabled = true } = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    javaScriptEnabled,
    viewport: { width, height },
    reducedMotion: "reduce",
    timezoneId: "UTC",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const elsewhere: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== figures.origin && origin !== partner.origin && protocol !== "blob:")
      elsewhere.push(request.url());
  });
  await page.addInitScript(watch);
  await page.goto(partner.origin + path);
  const seen = () => page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  return {
    page,
    errors,
    elsewhere,
    seen,
    told: async (count = 1) => {
      await page.waitForFunction(
        (wanted) => (globalThis as unknown as { seen: Seen }).seen.told.length >= wanted,
        count,
      );
      return (await seen()).told;
    },
    close: () => context.close(),
  };
}

function watch(): void {
  const seen = { shift: 0, violations: [] as string[], told: [] as string[] };
  Object.defineProperty(globalThis, "seen", { value: seen, enumerable: false });
  // a page painted while it is still being read shifts by itself: a table widens as its rows come
  new PerformanceObserver((list) => {
    const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const read = page?.domInteractive || Infinity;
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
      if (entry.startTime >= read) seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  addEventListener("securitypolicyviolation", (event) =>
    seen.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
  );
  for (const name of ["yeelen-ready", "yeelen-error"])
    addEventListener(name, (event) =>
      seen.told.push(
        `${name} ${(event.target as Element).localName} ${JSON.stringify((event as CustomEvent).detail)}`,
      ),
    );
}
