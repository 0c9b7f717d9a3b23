import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Catalog } from "@yeelen/dataset";
import { sharedChromium } from "../browser.ts";
import { linesOf, openPage, pageOf, partners, type Partners } from "./partner-page.ts";

const pinned = "unodc-glotip/2025-04-14";
const earlier = "unodc-glotip/2023-05-30";

let browser: Browser;
let hosts: Partners;

beforeAll(async () => {
  browser = await sharedChromium();
  hosts = await partners();
});
afterAll(async () => {
  await hosts.close();
});
beforeEach(() => void (hosts.figures.requests.length = 0));
afterEach(() => void (hosts.figures.spoil = (_, content) => content));

/** The host's catalogue says from now on that a release is no longer what it was. */
function declare(status: "superseded" | "withdrawn", by?: string): void {
  const erratum = { reason: "Two years had been swapped.", date: "2026-01-15", ...(by ? { by } : {}) };
  hosts.figures.spoil = (path, content) => {
    if (path !== "/data/catalog.json") return content;
    const catalog = JSON.parse(content.toString("utf8")) as Catalog;
    for (const { dataset, releases } of catalog.datasets)
      for (const release of releases)
        if (`${dataset}/${release.release}` === pinned) Object.assign(release, { status, erratum });
    return JSON.stringify(catalog);
  };
}

const open = (path: string, body: string, attributes?: string) => {
  hosts.partner.pages.set(path, pageOf(body, "", attributes));
  return openPage(browser, hosts, path);
};

const bare = (more: string) =>
  `<yeelen-line src="${hosts.figures.origin}/data/" indicator="victims-detected" areas="MLI NER SEN" period="2007..2022" ${more}></yeelen-line><script type="module" src="${hosts.figures.origin}/widgets/yeelen-line.js" crossorigin></script>`;

test.each(["superseded", "withdrawn"] as const)(
  "a pinned figure whose release was %s keeps its figures and says so when a reader turns to it",
  async (status) => {
    declare(status, "2026-01-15");
    const opened = await open("/pinned.html", await linesOf(hosts.figures, "line"));
    expect((await opened.told())[0]).toBe(`yeelen-ready yeelen-line {"release":"${pinned}"}`);
    expect(hosts.figures.requests).toHaveLength(2);
    const plot = opened.page.locator("yeelen-line .plot");
    await plot.focus();
    const line = opened.page.locator("yeelen-line .status");
    await line.waitFor({ state: "visible" });
    expect(await line.textContent()).toMatch(
      status === "withdrawn"
        ? /withdrawn and should not be used: Two years had been swapped\. The release 2026-01-15/
        : /replaced: Two years had been swapped\. The release 2026-01-15/,
    );
    expect((await opened.seen()).shift).toBe(0);
    expect(opened.errors).toEqual([]);
    await opened.close();
  },
);

test("opening a pinned table's details says in its language that its release was withdrawn", async () => {
  declare("withdrawn");
  const lines = await linesOf(hosts.figures, "table", { lang: "fr" });
  const opened = await open("/pinned-table.html", lines, 'lang="fr"');
  await opened.told();
  await opened.page.locator("yeelen-table summary").click();
  const line = opened.page.locator("yeelen-table .status");
  await line.waitFor({ state: "visible" });
  expect(await line.textContent()).toMatch(/retirés .*Two years had been swapped/);
  expect(await line.getAttribute("lang")).toBe("fr");
  await opened.close();
});

test("a figure of a named release says at once that it was superseded, and in its own language", async () => {
  declare("superseded");
  const opened = await open("/named.html", bare(`release="${pinned}" lang="es"`));
  expect((await opened.told())[0]).toContain(pinned);
  const line = opened.page.locator("yeelen-line .status");
  await line.waitFor({ state: "visible" });
  expect(await line.textContent()).toMatch(/reemplazadas: Two years had been swapped\./);
  await opened.close();
});

test("a figure of a withdrawn release without a saved one shows no figure, and one line that says why", async () => {
  declare("withdrawn");
  const opened = await open("/withdrawn.html", bare(`release="${pinned}"`));
  expect((await opened.told())[0]).toMatch(/^yeelen-error .*withdrawn/);
  expect(await opened.page.locator("yeelen-line .status").textContent()).toMatch(
    /withdrawn.*Two years had been swapped/,
  );
  expect(await opened.page.locator("yeelen-line svg").count()).toBe(0);
  await opened.close();
});

test("an element that follows leaves a withdrawn release for the newest that stands", async () => {
  hosts.figures.spoil = (path, content) => {
    if (path !== "/data/catalog.json") return content;
    const catalog = JSON.parse(content.toString("utf8")) as Catalog;
    for (const { dataset, releases } of catalog.datasets)
      for (const release of releases) {
        if (`${dataset}/${release.release}` === pinned) release.status = "withdrawn";
        if (`${dataset}/${release.release}` === earlier) release.status = "current";
      }
    return JSON.stringify(catalog);
  };
  const opened = await open("/follows.html", bare(""));
  expect((await opened.told())[0]).toContain(earlier);
  expect(await opened.page.locator("yeelen-line .status").count()).toBe(0);
  await opened.close();
});

test("an element asks the folder that src names, wherever it lies, and says which release it may not have", async () => {
  const opened = await open("/elsewhere.html", bare(`release="unodc-glotip/1999"`));
  expect((await opened.told())[0]).toMatch(/yeelen-error .*unodc-glotip\/1999 is not published at/);
  expect(hosts.figures.requests.some(({ path }) => path === "/data/catalog.json")).toBe(true);
  await opened.close();
});
