import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { pageKinds } from "./page-kinds.ts";
import { covered, excessOf, headingOf, headingsOn, unstyled } from "./page-faults.ts";
import { awake, built, open, requestsOf, urlOf } from "./site.ts";

/** Where each press leads, and whether it is in the menu or on the page that it is pressed on. */
const way: readonly (readonly [where: "menu" | "page", path: string])[] = [
  ["page", "country/MLI/"],
  ["menu", "indicator/victims-detected/"],
  ["page", "embed/"],
  ["menu", "compare/"],
  ["menu", "flows/"],
  ["menu", "events/"],
  ["menu", "response/"],
  ["menu", "query/"],
  ["menu", "data/"],
  ["page", "data/changes/"],
  ["page", "data/"],
  ["page", "data/methodology/"],
  ["page", "verify/"],
  ["menu", "definitions/"],
  ["menu", ""],
  ["page", "search/"],
  ["page", "indicator/victims-by-citizenship/"],
];

const menu = "header nav:not(details nav)";

const widths = [
  { width: 360, hasTouch: true },
  { width: 1280, hasTouch: false },
];

describe.skipIf(!built)("from the address that `npm start` prints, by presses alone", () => {
  test("the way leads through every kind of page", () => {
    expect(new Set(way.map(([, path]) => path))).toEqual(new Set(pageKinds));
  });

  test.each(["en", "ar"].flatMap((lang) => widths.map((one) => ({ lang, ...one }))))(
    "every page opens whole, also back and forward: in $lang, $width pixels wide, touch: $hasTouch",
    async ({ lang, width, hasTouch }) => {
      const page = await open("", { viewport: { width, height: 800 }, hasTouch, isMobile: hasTouch });
      const failed: string[] = [];
      page.on("requestfailed", (one) => failed.push(`${one.url()}: ${one.failure()?.errorText}`));
      page.on("response", (one) => one.status() >= 400 && failed.push(`${one.url()}: ${one.status()}`));
      await page.waitForURL(urlOf("en/"));
      await awake(page);
      await page.evaluate(() => Object.assign(window, { neverLeft: true }));
      if (lang !== "en") await toLanguage(page, lang, hasTouch);
      const start = lang === "en" ? [""] : ["", ""];

      const entries = await page.$$eval(`${menu} a`, (links) =>
        links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
      );
      const reached = new Set(way.map(([, path]) => `/${lang}/${path}`));
      expect(entries.filter((path) => !reached.has(path))).toEqual([]);

      for (const [where, path] of way) {
        await press(page, where === "menu" ? menu : "main", `/${lang}/${path}`, hasTouch);
        await expectWhole(page, `${lang}/${path}`);
        expect.soft(await covered(page), path).toEqual([]);
      }
      const gone = [...start, ...way.map(([, path]) => path)].slice(start.length - 1);
      for (const path of gone.slice(0, -1).reverse()) {
        await page.goBack();
        await expectWhole(page, `${lang}/${path}`);
      }
      for (const path of gone.slice(1)) {
        await page.goForward();
        await expectWhole(page, `${lang}/${path}`);
      }
      expect(await page.evaluate(() => "neverLeft" in window)).toBe(true);
      expect(failed).toEqual([]);
      expect(requestsOf(page).filter((url) => !url.startsWith(urlOf("")))).toEqual([]);
    },
  );
});

/** Presses the first link to a page that can be seen. */
async function press(page: Page, where: string, path: string, touch: boolean): Promise<void> {
  const links = page.locator(`${where} a[href]:visible`);
  const index = await links.evaluateAll(
    (all, path) =>
      all.findIndex((link) => new URL(link.getAttribute("href") ?? "", document.baseURI).pathname === path),
    path,
  );
  if (index < 0) throw new Error(`no link to ${path} can be seen in ${where} of ${page.url()}`);
  await (touch ? links.nth(index).tap() : links.nth(index).click());
}

async function toLanguage(page: Page, lang: string, touch: boolean): Promise<void> {
  const list = page.locator("details.languages");
  const link = list.locator(`a[hreflang=${lang}]`);
  if (!(await link.isVisible())) await list.locator("summary").click();
  await (touch ? link.tap() : link.click());
  await expectWhole(page, `${lang}/`);
}

/** Waits until a page stands as it was built: its address, its one heading, its styles, no wider than the window. */
async function expectWhole(page: Page, path: string): Promise<void> {
  const wanted = { path: `/${path}`, headings: [headingOf(path)], unstyled: [] as string[], excess: 0 };
  await expect
    .poll(
      async () => ({
        path: new URL(page.url()).pathname,
        headings: await headingsOn(page),
        unstyled: await unstyled(page),
        excess: Math.max(0, await excessOf(page)),
      }),
      { timeout: 20_000 },
    )
    .toEqual(wanted);
}
