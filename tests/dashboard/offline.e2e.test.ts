import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { below, built, siteBehind, urlOf, type SiteBehind } from "./site.ts";

describe.skipIf(!built)("the site without a network", () => {
  let site: SiteBehind;
  beforeAll(async () => {
    site = await siteBehind();
  });
  afterAll(() => site?.close());

  const visit = (path: string) => site.open(path, { serviceWorkers: "allow", fails: "requests" });
  const heading = (page: Page) => page.locator("h1").first().textContent();
  const kept = (page: Page) =>
    page.evaluate(async () => {
      const addresses: string[] = [];
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) addresses.push(new URL(url).pathname);
      return addresses;
    });
  /** Waits until the worker has kept the pages of the language, which it does after the first page stands. */
  async function settled(page: Page, last: string): Promise<void> {
    await expect.poll(() => kept(page), { timeout: 60_000 }).toContain(`${below}${last}`);
  }

  test("after one visit the country page, its figures and the other pages of its language open", async () => {
    const page = await visit("en/country/MLI/");
    const figures = await page.locator("#detected .yeelen-table").textContent();
    await settled(page, "en/country/MLI/");
    await settled(page, "en/definitions/");
    await page.context().setOffline(true);
    await page.reload();
    expect(await heading(page)).toBe("Mali");
    expect(await page.locator("#detected .yeelen-table").textContent()).toBe(figures);
    await page.getByRole("link", { name: "Definitions" }).first().click();
    await page.waitForURL(`**${below}en/definitions/`);
    await expect.poll(() => heading(page)).not.toBe("Mali");
  });

  test("a page that was never kept says so, in the language of its address", async () => {
    const page = await visit("en/");
    await settled(page, "en/response/");
    await page.context().setOffline(true);
    await page.goto(site.urlOf("fr/country/MLI/"));
    await page.waitForURL(`**${below}fr/offline/`);
    expect(await heading(page)).toBe("Vous êtes hors ligne");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("fr");
  });

  test("a page asks for a worker where it may have one, and stands without where it may not", async () => {
    site.host.headers = { "Cross-Origin-Embedder-Policy": "require-corp" };
    const frames = [
      `<iframe sandbox="allow-scripts" src="${urlOf("widgets/frame.html")}?kind=line&indicator=victims-detected&areas=MLI&period=2017..2022"></iframe>`,
      `<iframe src="${urlOf("widgets/frame.html")}?kind=bar&indicator=victims-detected&areas=MLI&period=latest"></iframe>`,
    ];
    site.host.pages.set("/isolated.html", `<!doctype html><title>Partner</title>${frames.join("")}`);
    site.host.pages.set(
      "/sandbox.html",
      `<!doctype html><title>Partner</title><iframe sandbox="allow-scripts" src="${urlOf("en/country/MLI/")}"></iframe>`,
    );
    const page = await visit("en/");
    const problems: string[] = [];
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("requestfailed", (request) => problems.push(request.url()));
    await page.goto(`${site.host.origin}/isolated.html`);
    for (const at of [0, 1]) {
      const figure = page.frameLocator("iframe").nth(at).locator("svg").first();
      await figure.waitFor({ timeout: 30_000 });
    }
    site.host.headers = {};
    await page.goto(`${site.host.origin}/sandbox.html`);
    const [, frame] = page.frames();
    await frame?.locator("h1").waitFor();
    await frame?.evaluate(() => dispatchEvent(new Event("pointermove")));
    await frame?.locator("html[data-awake]").waitFor();
    expect(await frame?.locator("h1").textContent()).toBe("Mali");
    expect(problems).toEqual([]);
    site.host.pages.clear();
  });

  test("where there is a network, what was kept never stands in for something newer", async () => {
    const page = await visit("en/country/MLI/");
    await settled(page, "en/country/MLI/");
    site.host.spoil = (path, content) =>
      path.endsWith("/en/country/MLI/")
        ? content.toString().replace(/(<h1[^>]*>)Mali/, "$1Mali, changed")
        : content;
    await page.reload();
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    site.host.spoil = (_, content) => content;
    const html = await page.evaluate(async () => {
      const found = await caches.match(location.href);
      return found?.text();
    });
    expect(html).toContain("Mali, changed");
  });

  test("a new build takes the place of what the old one kept, and of nothing that others keep", async () => {
    const others = ["figures", "other-app-v1", "shell-1", "yeelen / shell-1", "yeelen /any/ pages-1"];
    const page = await visit("en/definitions/");
    await page.evaluate(async (names) => {
      for (const name of names) await caches.open(name);
    }, others);
    await settled(page, "en/definitions/");
    const before = await page.evaluate(() => caches.keys());
    const shell = `yeelen ${below} shell-`;
    const version = before.find((name) => name.startsWith(shell))?.slice(shell.length) ?? "";
    expect(version).not.toBe("");
    site.host.spoil = (path, content) =>
      path.endsWith("/service-worker.js") ? content.toString().replaceAll(version, `${version}0`) : content;
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    // outside the worker's reach, so that the old one has nobody left to serve
    await page.goto(`${site.host.origin}/`);
    await expect
      .poll(async () => (await page.evaluate(() => caches.keys())).sort(), { timeout: 30_000 })
      .toEqual([...others, `yeelen ${below} shell-${version}0`]);
    site.host.spoil = (_, content) => content;
  });

  test("a reader who saves data keeps the page that is read, and no other", async () => {
    site.host.spoil = (path, content) =>
      path.endsWith("/service-worker.js")
        ? `Object.defineProperty(self.navigator.connection, "saveData", { value: true });\n${content.toString()}`
        : content;
    const page = await visit("en/country/MLI/");
    await settled(page, "en/country/MLI/");
    // a second page, to give the worker the time and the occasion to go on
    await page.goto(site.urlOf("en/definitions/"));
    await settled(page, "en/definitions/");
    const pages = (await kept(page)).filter(
      (path) => /\/en\/.*\/$/.test(path) && !path.endsWith("/offline/"),
    );
    expect(pages.sort()).toEqual([`${below}en/country/MLI/`, `${below}en/definitions/`]);
    site.host.spoil = (_, content) => content;
  });

  test("the browser finds nothing that keeps the site from being installed", async () => {
    const page = await visit("en/");
    await settled(page, "en/");
    const session = await page.context().newCDPSession(page);
    const manifest = await session.send("Page.getAppManifest");
    expect(manifest.errors).toEqual([]);
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    // contexts of tests are private windows, which install nothing
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual(
      [],
    );
  });

  test("nothing that partners load is kept, nor the engine that nobody asked for", async () => {
    const page = await visit("en/");
    await settled(page, "en/response/");
    expect((await kept(page)).filter((path) => /\/widgets\/|duckdb|\/picture\//.test(path))).toEqual([]);
  });
});
