import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { covered, excessOf, headingOf, headingsOn, unstyled } from "./page-faults.ts";
import { allKinds, pageKinds } from "./page-kinds.ts";
import { awake, built, faultsOf, open, requestsOf, urlOf } from "./site.ts";

/** 320 pixels are those of a window of 1,280 at 400 %. */
const widths = [320, 360, 768, 1024, 1280, 1440];

/** Pages that cannot be whole at rest: scripts alone make what they are for. */
const madeByScripts = /\/(embed|verify)\/$/;

/** How far from the edge where lines begin a page's first lines stand, in CSS pixels, by the window's width. */
type Starts = ReadonlyMap<number, readonly (number | null)[]>;

describe.skipIf(!built)("a page, opened by its address", () => {
  test.each(allKinds)(
    "%s is whole, faultless to axe, no wider than any window, at rest as awake, and begins at the right in Arabic",
    async (kind) => {
      const [first, second] = allKinds.indexOf(kind) % 2 === 0 ? [1280, 360] : [360, 1280];
      const english = await looked(`en/${kind}`, first);
      const arabic = await looked(`ar/${kind}`, second);
      for (const width of [360, 1280])
        arabic.get(width)?.forEach((start, index) => {
          const wanted = english.get(width)?.[index] ?? NaN;
          expect.soft(Math.abs((start ?? NaN) - wanted), `${width} pixels, ${index}`).toBeLessThanOrEqual(4);
        });
    },
  );

  test.each(["ru", "fr"])("is no wider than 320 pixels in %s, at rest or awake", async (lang) => {
    const page = await open(`${lang}/`, { viewport: { width: 320, height: 800 } });
    for (const kind of pageKinds) {
      await page.goto(urlOf(`${lang}/${kind}`));
      expect.soft(await excessOf(page), kind).toBeLessThanOrEqual(0);
      await awake(page);
      expect.soft(await excessOf(page), kind).toBeLessThanOrEqual(0);
    }
  });

  test("has room at 320 pixels for the list of countries when it is opened", async () => {
    const page = await open("fr/indicator/victims-detected/", { viewport: { width: 320, height: 800 } });
    await page.locator(".sentence summary").click();
    const list = await page.locator(".sentence fieldset").boundingBox();
    expect(list?.x).toBeGreaterThanOrEqual(0);
    expect((list?.x ?? 0) + (list?.width ?? 0)).toBeLessThanOrEqual(320);
  });
});

/** Opens a page in a window of a width, lets every probe look at it, at rest, awake and in both colours. */
async function looked(path: string, width: number): Promise<Starts> {
  const page = await open(path, { wakes: false, rests: true, viewport: { width, height: 800 } });
  await page.evaluate(() => document.fonts.ready);
  const height = await heightOf(page);
  expect.soft(await excessOf(page), `${path} at rest, ${width} pixels`).toBeLessThanOrEqual(0);
  const rested = (await page.locator("html[data-awake]").count()) === 0;
  await watchMoves(page);
  await awake(page);
  await page.waitForLoadState("networkidle");
  // one in which something scrolls by itself may have woken before
  if (!madeByScripts.test(path)) {
    if (rested) expect.soft(await movesOf(page), `${path} moves when it wakes`).toBeLessThan(0.002);
    expect.soft(await heightOf(page), `${path}, height at ${width} pixels`).toBe(height);
  }

  expect.soft(await headingsOn(page), path).toEqual([headingOf(path)]);
  expect.soft(await unstyled(page), path).toEqual([]);
  expect.soft(await faultsOf(page), path).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect.soft(await faultsOf(page, "contrast"), `${path}, dark`).toEqual([]);
  const starts = new Map<number, (number | null)[]>();
  for (const other of widths) {
    await resize(page, other);
    expect.soft(await excessOf(page), `${path}, ${other} pixels`).toBeLessThanOrEqual(0);
    if (other !== 360 && other !== 1280) continue;
    starts.set(other, await startsOf(page));
    expect.soft(await covered(page), `${path}, ${other} pixels`).toEqual([]);
  }
  expect
    .soft(
      requestsOf(page).filter((url) => !url.startsWith(urlOf(""))),
      path,
    )
    .toEqual([]);
  await page.context().close();
  return starts;
}

const resize = (page: Page, width: number) => page.setViewportSize({ width, height: 800 });

const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);

const startsOf = (page: Page) =>
  page.evaluate(() => {
    const rtl = document.documentElement.dir === "rtl";
    return ["header a", "main h1", "footer p"].map((selector) => {
      const element = document.querySelector(selector);
      if (!element) return null;
      const range = document.createRange();
      range.selectNodeContents(element);
      const { left, right } = range.getBoundingClientRect();
      return Math.round(rtl ? document.documentElement.clientWidth - right : left);
    });
  });

const watchMoves = (page: Page) =>
  page.evaluate(() => {
    const moved = { by: 0 };
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        moved.by += entry.value;
    }).observe({ type: "layout-shift" });
  });

const movesOf = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { moved: { by: number } }).moved.by);
