import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { awake, below, built, folder, siteBehind, type SiteBehind } from "./site.ts";

describe.skipIf(!built)("the site where little works", () => {
  let site: SiteBehind;
  beforeAll(async () => {
    site = await siteBehind();
  });
  afterEach(() => {
    site.host.spoil = (_, content) => content;
  });
  afterAll(() => site?.close());

  test.each(["en/", "en/country/MLI/", "ar/country/UKR/", "en/indicator/victims-detected/", "fr/compare/"])(
    "%s reads in order without any style and without scripts",
    async (path) => {
      site.host.spoil = (address, content) =>
        address.endsWith("/")
          ? content.toString().replace(/<style.*?<\/style>|<link[^>]*rel="stylesheet"[^>]*>/gs, "")
          : content;
      const page = await site.open(path, { javaScriptEnabled: false });
      expect(await page.locator("style, link[rel=stylesheet]").count()).toBe(0);
      const headings = page.locator("main h1, main h2");
      const places = await Promise.all(
        (await headings.all()).map(async (heading) => (await heading.boundingBox())?.y ?? NaN),
      );
      expect(places.length).toBeGreaterThan(1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(await page.locator("h1").count()).toBe(1);
      const [top, bottom] = [
        await page.locator("h1").boundingBox(),
        await page.locator("footer").boundingBox(),
      ];
      expect(top?.y).toBeLessThan(bottom?.y ?? 0);
    },
  );

  test("a network that is cut half-way is said in a line, and the figures that stand stay", async () => {
    const page = await site.open("en/indicator/victims-detected/", { fails: "requests" });
    const before = await page.locator(".yeelen-table").first().textContent();
    site.host.spoil = (address, content) => (/\/data\/.*\/views\//.test(address) ? null : content);
    await page.getByLabel("Breakdown").selectOption("sex");
    await expect.poll(() => page.getByRole("status").allTextContents()).not.toEqual([]);
    await expect
      .poll(async () => (await page.getByRole("status").allTextContents()).join("").trim(), {
        timeout: 30_000,
      })
      .not.toBe("");
    expect(await page.locator(".yeelen-table").first().textContent()).toBe(before);
  });

  test.each(["en/country/MLI/", "ar/indicator/victims-detected/"])(
    "%s stays whole and says so when the network is cut before its scripts are here",
    async (path) => {
      const words = (page: Page) => page.locator("h1, .yeelen-table, figcaption").allTextContents();
      const still = await site.open(path, { javaScriptEnabled: false });
      const [figures, asleep] = [await words(still), await still.locator("#asleep").textContent()];
      expect(await still.locator("#asleep").isVisible()).toBe(false);

      let asked = 0;
      site.host.spoil = (address, content) =>
        address.includes("/_app/immutable/nodes/") && ++asked > 1 ? null : content;
      const page = await site.open(path, { wakes: false, fails: "scripts" });
      await expect.poll(() => page.locator("#asleep").isVisible(), { timeout: 20_000 }).toBe(true);
      expect(await page.locator("#asleep").textContent()).toBe(asleep);
      expect(figures.length).toBeGreaterThan(1);
      expect(await words(page)).toEqual(figures);
      site.host.spoil = (_, content) => content;
      await page.locator("nav a[href$='definitions/']").first().click();
      await page.waitForURL("**/definitions/");
      await awake(page);
    },
  );

  test.each([
    ["uk/country/XXX/", "its language's own page", "uk", "Цієї сторінки тут немає", "ltr"],
    ["ar/nothing/at/all", "its language's own page", "ar", "هذه الصفحة غير موجودة هنا", "rtl"],
    ["ar/no/where/", "404.html", "ar", "هذه الصفحة غير موجودة هنا", "rtl"],
  ])(
    "%s, which leads nowhere, answers with %s: the menu in its language, the site's face, a way home",
    async (path, file, lang, title, dir) => {
      if (file === "404.html")
        site.host.pages.set(`${below}${path}`, readFileSync(join(folder, file), "utf8"));
      const lost = await site.open(path, { wakes: false, locale: "fr", fails: "requests" });
      expect(await lost.locator("h1").allTextContents()).toEqual([title]);
      expect(
        await lost.evaluate(() => [document.documentElement.lang, document.documentElement.dir]),
      ).toEqual([lang, dir]);
      expect(await lost.title()).toBe(`${title} · Yeelen`);
      expect(await lost.locator("header nav").first().getByRole("link").count()).toBeGreaterThan(7);
      const face = await lost.locator("h1").evaluate((h1) => getComputedStyle(h1).fontFamily);
      expect(face).toContain("Source Serif");
      await lost.locator("a.skip").focus();
      await lost.keyboard.press("Enter");
      expect(new URL(lost.url()).pathname).toBe(`${below}${path}`);
      site.host.pages.clear();
      await lost.locator("header nav a[href$='compare/']").click();
      await lost.waitForURL(`**${below}${lang}/compare/`);
    },
  );

  test("what a reader asks not to move does not, and colours that they force are kept", async () => {
    const page = await site.open("en/country/MLI/", { forcedColors: "active", reducedMotion: "reduce" });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe("auto");
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll("*")].filter((element) => {
          const { animationName, transitionDuration } = getComputedStyle(element);
          return animationName !== "none" || Number.parseFloat(transitionDuration) > 0;
        }).length,
    );
    expect(moving).toBe(0);
  });
});
