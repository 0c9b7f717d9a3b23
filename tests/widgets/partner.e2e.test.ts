import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { sharedChromium } from "../browser.ts";
import { host, type Host } from "../host.ts";

const PUBLISHED_AT = "http://localhost:4173";

let browser: Browser;
let figures: Host;
let partner: Host;

beforeAll(async () => {
  browser = await sharedChromium();
  figures = await host(inject("siteOrigin"));
  partner = await host("examples");
  partner.spoil = (_, content) => content.toString("utf8").replaceAll(PUBLISHED_AT, figures.origin);
});
afterAll(async () => {
  await Promise.all([figures.close(), partner.close()]);
});
beforeEach(() => {
  figures.requests.length = 0;
  partner.headers = {};
});
afterEach(() => {
  figures.spoil = (_, content) => content;
});

/** A page on the partner's origin, watched for errors, layout shifts and requests to anybody else. */
async function open(path: string, { javaScript = true, width = 360 } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    viewport: { width, height: 740 },
    reducedMotion: "reduce",
    timezoneId: "UTC",
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const elsewhere: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => {
    const { origin } = new URL(request.url());
    if (origin !== figures.origin && origin !== partner.origin) elsewhere.push(request.url());
  });
  await page.addInitScript(watch);
  await page.goto(partner.origin + path);
  return { page, errors, elsewhere, close: () => context.close() };
}

function watch(): void {
  const seen = { shift: 0, violations: [] as string[], told: [] as string[] };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      seen.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
  addEventListener("securitypolicyviolation", (event) => seen.violations.push(event.violatedDirective));
  for (const name of ["yeelen-ready", "yeelen-error"])
    addEventListener(name, (event) =>
      seen.told.push(`${name} ${JSON.stringify((event as CustomEvent).detail)}`),
    );
}

const seen = (page: Page) =>
  page.evaluate(
    () => (globalThis as unknown as { seen: { shift: number; violations: string[]; told: string[] } }).seen,
  );

const told = (page: Page) =>
  page.waitForFunction(() => (globalThis as unknown as { seen: { told: string[] } }).seen.told.length > 0);

const tableText = (page: Page) => page.locator("yeelen-line table").first().textContent();

test("partner.html shows the figure, its table, its source without JavaScript", async () => {
  const { page, close } = await open("/partner.html", { javaScript: false });
  expect(await page.locator("yeelen-line svg[viewBox]").isVisible()).toBe(true);
  expect(await page.locator("yeelen-line figure").textContent()).toContain("UNODC");
  await page.locator("yeelen-line summary").click();
  expect(await page.locator("yeelen-line td").first().isVisible()).toBe(true);
  expect(figures.requests).toEqual([]);
  await close();
});

test.each([360, 1280])("partner.html draws its picture anew at %i px, and nothing moves", async (width) => {
  const { page, errors, elsewhere, close } = await open("/partner.html", { width });
  const words = await tableText(page);
  await told(page);
  const { shift, told: events } = await seen(page);
  expect(events[0]).toMatch(/^yeelen-ready .*unodc-glotip/);
  expect(shift).toBe(0);
  expect(errors).toEqual([]);
  expect(elsewhere).toEqual([]);
  expect(await tableText(page)).toBe(words);
  const drawn = await page.locator("yeelen-line .yeelen-holder svg").boundingBox();
  expect(drawn?.width).toBeGreaterThan(width < 500 ? 280 : 560);
  await close();
});

test("partner.html asks for one script and one data file, without cookies or referrer", async () => {
  const { page, close } = await open("/partner.html");
  await told(page);
  expect(figures.requests.map(({ path }) => path)).toEqual([
    "/widgets/yeelen-line.js",
    "/data/unodc-glotip/2025-04-14/views/victims-detected.total.json",
  ]);
  expect(figures.requests.at(-1)).toMatchObject({ cookie: false, referrer: false });
  await close();
});

test("partner.html says the same figure in picture and table, to keys and to the pointer", async () => {
  const { page, close } = await open("/partner.html");
  await told(page);
  const plot = page.locator("yeelen-line .yeelen-holder .plot");
  await plot.focus();
  await page.waitForTimeout(100);
  await page.keyboard.press("End");
  const tip = page.locator("yeelen-line .tip");
  await tip.waitFor({ state: "visible" });
  const spoken = (await tip.textContent()) ?? "";
  const [, label = "", year = "", text = ""] = /^(.+), (\d{4}): (.+)$/.exec(spoken) ?? [];
  const cell = await page.evaluate(
    ([wantedLabel, wantedYear]) => {
      const table = document.querySelector("yeelen-line table");
      const heads = [...(table?.querySelectorAll("thead th") ?? [])].map((head) => head.textContent);
      const row = [...(table?.querySelectorAll("tbody tr") ?? [])].find(
        (one) => one.firstElementChild?.textContent === wantedYear,
      );
      return row?.children[heads.indexOf(wantedLabel ?? "")]?.textContent;
    },
    [label, year],
  );
  expect(text).toBe(cell);
  await page.keyboard.press("Escape");
  await expect.poll(() => tip.isVisible()).toBe(false);
  await plot.hover({ position: { x: 200, y: 100 } });
  await expect.poll(() => tip.textContent()).toMatch(/, \d{4}: /);
  await close();
});

test.each([
  [
    "script-src and connect-src alone",
    "default-src 'none'; script-src ORIGIN; connect-src ORIGIN; style-src 'self'",
  ],
  [
    "trusted types",
    "default-src 'none'; script-src ORIGIN; connect-src ORIGIN; style-src 'self'; require-trusted-types-for 'script'",
  ],
])("partner.html works under a policy with %s", async (_, policy) => {
  partner.headers = { "Content-Security-Policy": policy.replaceAll("ORIGIN", figures.origin) };
  const { page, errors, close } = await open("/partner.html");
  await told(page);
  const result = await seen(page);
  expect(result.told[0]).toMatch(/^yeelen-ready/);
  expect(result.violations).toEqual([]);
  expect(errors).toEqual([]);
  await close();
});

const view = (path: string) => path.includes("/views/");
const flipped = (content: Buffer) => {
  const changed = Buffer.from(content);
  const digit = changed.findIndex(
    (byte, index) => index > changed.indexOf('"values"') && byte >= 0x31 && byte <= 0x38,
  );
  changed[digit] = (changed[digit] ?? 0) + 1;
  return changed;
};

test.each<[string, (content: Buffer) => Buffer | string | null]>([
  ["one digit changed", flipped],
  ["cut short", (content) => content.subarray(0, content.length / 2)],
  ["replaced by a page", () => "<!doctype html><title>Sign in</title>"],
  ["empty", () => ""],
  ["cut off", () => null],
])("partner.html keeps its static figure and says one line when its data are %s", async (_, spoil) => {
  figures.spoil = (path, content) => (view(path) ? spoil(content) : content);
  const { page, errors, close } = await open("/partner.html");
  const before = await page.locator("yeelen-line").textContent();
  await told(page);
  const { told: events, shift } = await seen(page);
  expect(events).toHaveLength(1);
  expect(events[0]).toMatch(/^yeelen-error/);
  expect(shift).toBe(0);
  expect(errors).toEqual([]);
  expect(await page.locator("yeelen-line").textContent()).toBe(before);
  expect(await page.locator("yeelen-line svg[viewBox]").isVisible()).toBe(true);
  expect(await page.locator("yeelen-line .status").textContent()).toMatch(/^Saved figure/);
  await close();
});

test.each([
  ["areas", "Mali"],
  ["period", "last week"],
  ["measure", "'; drop table observations; --"],
  ["src", "javascript:alert(1)"],
  ["by", "<img src=x onerror=alert(1)>"],
])("an element whose %s is %s keeps its static figure and names the attribute", async (name, value) => {
  const { page, errors, close } = await open("/partner.html", { javaScript: false });
  const markup = await page.content();
  await close();
  partner.pages.set(
    "/wrong.html",
    markup.replace(
      new RegExp(`( ${name}="[^"]*")|(<yeelen-line)`),
      `$2 ${name}="${value.replaceAll("<", "&lt;")}"`,
    ),
  );
  const wrong = await open("/wrong.html");
  await told(wrong.page);
  const { told: events } = await seen(wrong.page);
  expect(events[0]).toContain("yeelen-error");
  expect(events[0]).toContain(`not allowed in ${name}`);
  expect(wrong.errors).toEqual([]);
  expect(errors).toEqual([]);
  await wrong.close();
});

test("partner.html draws the same picture under a style sheet that unsets everything", async () => {
  const plain = await open("/partner.html", { width: 800 });
  await told(plain.page);
  const picture = (page: Page) =>
    page.locator("yeelen-line .yeelen-holder svg").evaluate((svg) => {
      const shapes = [...svg.querySelectorAll("path, circle, text")];
      return shapes.map((shape) => [getComputedStyle(shape).fill, getComputedStyle(shape).stroke].join(" "));
    });
  const wanted = await picture(plain.page);
  await plain.close();
  partner.pages.set("/hostile.css", "* { all: unset !important }");
  const markup = (await (await fetch(`${partner.origin}/partner.html`)).text()).replace(
    "</head>",
    "<style>* { all: unset !important }</style></head>",
  );
  partner.pages.set("/hostile.html", markup);
  const hostile = await open("/hostile.html", { width: 800 });
  await told(hostile.page);
  expect(wanted.length).toBeGreaterThan(20);
  expect(await picture(hostile.page)).toEqual(wanted);
  await hostile.close();
});

test("partner.html finds its globals, head and storage as they were", async () => {
  const bare = await open("/partner.html", { javaScript: true });
  await told(bare.page);
  const state = await bare.page.evaluate(() => ({
    globals: Object.keys(globalThis).filter((key) => /yeelen/i.test(key)),
    head: document.head.querySelectorAll("style, link[rel=stylesheet]").length,
    storage: localStorage.length + sessionStorage.length,
    cookies: document.cookie,
    history: history.length,
  }));
  expect(state).toMatchObject({ globals: [], storage: 0, cookies: "" });
  await bare.close();
});
