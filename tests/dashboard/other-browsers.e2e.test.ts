import { By, until } from "selenium-webdriver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasFirefox, launchFirefox } from "../firefox.ts";
import { hasWebKitGTK, launchWebKitGTK } from "../webkitgtk.ts";
import { built, siteBehind, type SiteBehind } from "./site.ts";

/** A window of a browser, steered as a reader would: by pointer and lists. */
interface Window {
  goto(address: string): Promise<void>;
  /** Runs the body of a function in the page. */
  evaluate<T>(body: string): Promise<T>;
  /** Presses the first element that a CSS selector finds, once it is there. */
  click(selector: string): Promise<void>;
  choose(selector: string, value: string): Promise<void>;
  close(): Promise<void>;
}

/** The kinds of pages, and whether one shows a chart. */
const pages: readonly (readonly [path: string, chart: boolean])[] = [
  ["en/", true],
  ["en/country/MLI/", true],
  ["en/indicator/victims-detected/", true],
  ["en/compare/", false],
  ["en/flows/", true],
  ["en/response/", true],
  ["en/events/", true],
  ["en/query/", false],
  ["en/data/", false],
  ["en/definitions/", false],
  ["en/embed/", false],
  ["en/search/", false],
  ["ar/country/UKR/", true],
  ["fr/indicator/victims-by-exploitation/", true],
];

/** Stands first in every page: what went wrong in it. A policy tells, and blocks, whatever is asked of another origin. */
const watch = `<script>
  seen = [];
  // a hint to fetch a module ahead may come to nothing; an import that fails is a rejection
  const hint = (target) => target instanceof HTMLLinkElement && target.rel === "modulepreload";
  addEventListener("error", (event) => hint(event.target) || seen.push("error: " + (event.message ?? event.target.outerHTML)), true);
  addEventListener("unhandledrejection", (event) => seen.push("rejection: " + event.reason));
  addEventListener("securitypolicyviolation", (event) => seen.push("elsewhere: " + event.blockedURI));
  console.error = (...words) => seen.push("console: " + words.join(" "));
</script>`;
const policy =
  "default-src 'self' data: blob:; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'";

const browsers = [
  { name: "Firefox", there: hasFirefox, launch: firefox },
  { name: "WebKitGTK", there: hasWebKitGTK, launch: webkit },
];

describe.each(browsers)("the site in $name", ({ there, launch }) => {
  describe.skipIf(!built || !there)("under a path of its own", () => {
    let site: SiteBehind;
    let window: Window;
    beforeAll(async () => {
      site = await siteBehind({ "Content-Security-Policy": policy });
      site.host.spoil = (path, content) =>
        path.endsWith("/") ? content.toString().replace("<head>", `<head>${watch}`) : content;
      window = await launch();
    });
    afterAll(async () => {
      await window?.close();
      await site?.close();
    });

    const wrong = () => window.evaluate<string[]>("return seen");
    const visit = (path: string) => window.goto(site.urlOf(path));
    const running = () =>
      expect.poll(() => window.evaluate("return typeof seen"), { timeout: 20_000 }).toBe("object");

    test.each(pages)(
      "%s renders whole, asks nothing of another origin and fails nowhere",
      async (path, chart) => {
        await visit(path);
        await running();
        const shown = await window.evaluate<Record<string, unknown>>(`
        const visible = (element) => element.getBoundingClientRect().width > 100;
        return {
          lang: document.documentElement.lang,
          dir: document.documentElement.dir,
          headings: [...document.querySelectorAll("h1")].filter((one) => one.textContent.trim()).length,
          chart: [...document.querySelectorAll("main svg, main img")].some(visible),
          over: document.documentElement.scrollWidth > innerWidth,
        }`);
        const lang = path.slice(0, 2);
        expect(shown).toEqual({
          lang,
          dir: lang === "ar" ? "rtl" : "ltr",
          headings: 1,
          chart: chart || shown["chart"],
          over: false,
        });
        await settle(window);
        expect(await wrong()).toEqual([]);
      },
    );

    test("a breakdown chosen in the explorer changes table, chart and address", async () => {
      await visit("en/indicator/victims-detected/");
      await settle(window);
      const shown = () =>
        window.evaluate<string[]>(
          `return [".yeelen-table", ".chart svg"].map((selector) => document.querySelector("main " + selector).outerHTML)`,
        );
      const [table, chart] = await shown();
      await window.choose("main select:has(option[value=sex])", "sex");
      await expect.poll(async () => (await shown())[0], { timeout: 20_000 }).not.toBe(table);
      expect((await shown())[1]).not.toBe(chart);
      expect(await window.evaluate("return location.search")).toContain("by=sex");
      expect(
        await window.evaluate("return document.querySelector('main .yeelen-table').textContent"),
      ).toContain("fewer than 5");
      expect(await wrong()).toEqual([]);
    });

    test("the language and direction of the document follow a click, there and back", async () => {
      await visit("en/country/UKR/");
      await settle(window);
      const document = () =>
        window.evaluate(
          "const { lang, dir } = document.documentElement; return [lang, dir, document.querySelector('h1').textContent.trim()]",
        );
      await window.click('a[hreflang="ar"]');
      await expect.poll(document, { timeout: 20_000 }).toEqual(["ar", "rtl", "أوكرانيا"]);
      await window.click('a[hreflang="fr"]');
      await expect.poll(document, { timeout: 20_000 }).toEqual(["fr", "ltr", "Ukraine"]);
      expect(await wrong()).toEqual([]);
    });
  });
});

/** Gives the page a reader's sign, and waits until it answers and nothing more is under way. */
async function settle(window: Window): Promise<void> {
  let before = -1;
  await expect
    .poll(
      async () => {
        const count = await window.evaluate<number>(
          `dispatchEvent(new Event("pointermove"));
          const awake = document.documentElement.dataset.awake !== undefined;
          return awake ? performance.getEntriesByType("resource").length : -1`,
        );
        const still = count >= 0 && count === before;
        before = count;
        return still;
      },
      { timeout: 20_000, interval: 300 },
    )
    .toBe(true);
}

async function firefox(): Promise<Window> {
  const browser = await launchFirefox();
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  return {
    goto: async (address) => void (await page.goto(address)),
    evaluate: (body) => page.evaluate(`(() => { ${body} })()`) as Promise<never>,
    click: (selector) => page.locator(selector).click(),
    choose: async (selector, value) => void (await page.select(selector, value)),
    close: () => browser.close(),
  };
}

async function webkit(): Promise<Window> {
  const { driver, close } = await launchWebKitGTK();
  const find = (selector: string) => driver.wait(until.elementLocated(By.css(selector)), 20_000);
  return {
    goto: (address) => driver.get(address),
    evaluate: (body) => driver.executeScript(body),
    click: async (selector) => (await find(selector)).click(),
    choose: async (selector, value) => {
      const list = await find(selector);
      await list.findElement(By.css(`option[value="${value}"]`)).click();
    },
    close,
  };
}
