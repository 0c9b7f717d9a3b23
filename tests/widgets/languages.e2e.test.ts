import { existsSync, readFileSync } from "node:fs";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Catalog, View } from "@yeelen/dataset/plain";
import { sharedChromium } from "../browser.ts";
import { linesOf, openPage, pageOf, partners, questions, type Partners } from "./partner-page.ts";

const languages = ["en", "fr", "es", "pt", "ar", "ru", "uk"];
const kinds = Object.keys(questions);

let browser: Browser;
let hosts: Partners;

beforeAll(async () => {
  browser = await sharedChromium();
  hosts = await partners();
});
afterAll(async () => {
  await hosts.close();
});

const { about } = JSON.parse(
  readFileSync("data/published/unodc-glotip/2025-04-14/views/victims-detected.total.json", "utf8"),
) as View;

/** What the site publishes for an indicator in a language; English is what the figures come with. */
function textsIn(language: string, indicator = "victims-detected"): Record<string, string> {
  const file = `data/published/texts/${indicator}.${language}.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
}

const english = [about.definition, about.protection, ...about.caveats];

describe.each(languages)("in %s", (lang) => {
  const attributes = `lang="${lang}"${lang === "ar" ? ' dir="rtl"' : ""}`;
  const say = (text: string) => textsIn(lang)[text] ?? text;

  test("the words of every static figure stay as they were when the script draws: none turns English", async () => {
    const lines = await Promise.all(kinds.map((kind) => linesOf(hosts.figures, kind, { lang })));
    hosts.partner.pages.set("/still.html", pageOf(lines.join(""), "", attributes));
    const still = await openPage(browser, hosts, "/still.html", { javaScriptEnabled: false });
    const words = (page: typeof still.page) =>
      page.evaluate(() =>
        [...document.querySelectorAll("figure")].map((figure) =>
          [...figure.querySelectorAll(":scope > :not(svg, .yeelen-holder)")].map((part) => part.textContent),
        ),
      );
    const drawn = (page: typeof still.page) =>
      page.evaluate(() =>
        [...document.querySelectorAll("figure")].map((figure) => {
          const holder = figure.querySelector(".yeelen-holder")?.shadowRoot ?? figure;
          const said = [...(holder.querySelector("svg[viewBox]")?.querySelectorAll("text") ?? [])];
          const words = said.flatMap((text) => text.textContent.match(/\p{L}{4,}/gu) ?? []);
          return [...new Set(words)].sort();
        }),
      );
    const [before, saved] = [await words(still.page), await drawn(still.page)];
    await still.close();
    const live = await openPage(browser, hosts, "/still.html", { height: 14_000 });
    const told = await live.told(kinds.length);
    expect(told.filter((one) => !one.startsWith("yeelen-ready"))).toEqual([]);
    expect(await words(live.page)).toEqual(before);
    expect(JSON.stringify(before)).not.toContain("{");
    if (lang !== "en") for (const text of english) expect(JSON.stringify(before)).not.toContain(text);
    // the events of a timeline are words: those drawn are those that stood there
    const timeline = kinds.indexOf("timeline");
    const now = await drawn(live.page);
    expect(now[timeline]?.length).toBeGreaterThan(10);
    expect(now[timeline]).toEqual(saved[timeline]);
    expect(live.errors).toEqual([]);
    await live.close();
  });

  test("a figure without static children comes with title, caveats and notes in its language", async () => {
    const data = `${hosts.figures.origin}/data/`;
    const script = `<script type="module" src="${hosts.figures.origin}/widgets/loader.js" crossorigin></script>`;
    const element = `<yeelen-line src="${data}" indicator="victims-detected" areas="MLI NER" period="2007..2022"></yeelen-line>`;
    hosts.partner.pages.set("/bare.html", pageOf(element + script, "", attributes));
    const opened = await openPage(browser, hosts, "/bare.html");
    await opened.told();
    const figure = opened.page.locator("yeelen-line figure");
    expect((await figure.getAttribute("lang"))?.split("-")[0]).toBe(lang);
    const text = (await figure.textContent()) ?? "";
    for (const caveat of about.caveats) expect(text).toContain(say(caveat));
    if (lang !== "en") for (const one of english) expect(text).not.toContain(one);
    await opened.page.locator("yeelen-line details summary").click();
    const tools = opened.page.locator("yeelen-line details div[part=tools], yeelen-line .tools");
    await tools.waitFor({ state: "visible" });
    await expect.poll(() => tools.textContent()).toContain(say(about.definition));
    expect(await tools.textContent()).toContain(say(about.protection));
    expect(opened.errors).toEqual([]);
    expect(opened.elsewhere).toEqual([]);
    await opened.close();
  });

  test("a table opens to its definition and to the reader's tools, in its language", async () => {
    const lines = await linesOf(hosts.figures, "table", { lang });
    hosts.partner.pages.set("/table.html", pageOf(lines, "", attributes));
    const opened = await openPage(browser, hosts, "/table.html");
    await opened.told();
    const figure = opened.page.locator("yeelen-table figure");
    expect(await figure.getByText(say(about.definition)).isVisible()).toBe(false);
    await figure.locator("summary").click();
    expect(await figure.getByText(say(about.definition)).isVisible()).toBe(true);
    const tools = figure.locator(".tools");
    await tools.waitFor({ state: "visible" });
    await expect.poll(() => tools.textContent()).toContain(say(about.caveats[0] ?? "?"));
    expect(await tools.getByRole("button").allTextContents()).toEqual(
      expect.arrayContaining(["CSV", "XLSX", "APA", "BibTeX"]),
    );
    const saved = opened.page.waitForEvent("download");
    await tools.getByRole("button", { name: "CSV" }).click();
    const download = await saved;
    const csv = readFileSync((await download.path()) ?? "", "utf8");
    expect(csv.split("\n")[0]).toBe("area,period,value,low,high,absence");
    await opened.close();
  });
});

test("a page in another language than the figure it holds gets no figure of two languages", async () => {
  const lines = await linesOf(hosts.figures, "line", { lang: "fr" });
  hosts.partner.pages.set("/mixed.html", pageOf(lines.replace(' lang="fr"', ""), "", 'lang="es"'));
  const opened = await openPage(browser, hosts, "/mixed.html");
  await opened.told();
  expect(await opened.page.locator("yeelen-line .yeelen-holder svg").getAttribute("aria-label")).toBe(
    await opened.page.locator("yeelen-line .yeelen-title").textContent(),
  );
  await opened.page.locator("yeelen-line").evaluate((element) => element.setAttribute("lang", "es"));
  await opened.told(2);
  const figure = opened.page.locator("yeelen-line figure[lang=es]");
  expect(await figure.textContent()).toContain(textsIn("es")[about.caveats[0] ?? ""] ?? "?");
  await opened.close();
});

test("a text that differs from the catalogue's hash is refused as any damaged file: no figure, one line that says why", async () => {
  hosts.figures.spoil = (path, content) => (path.includes("/texts/") ? `${String(content)} ` : content);
  const data = `${hosts.figures.origin}/data/`;
  const script = `<script type="module" src="${hosts.figures.origin}/widgets/loader.js" crossorigin></script>`;
  const element = `<yeelen-line lang="fr" src="${data}" indicator="victims-detected" areas="MLI" period="2007..2022"></yeelen-line>`;
  hosts.partner.pages.set("/altered.html", pageOf(element + script));
  const opened = await openPage(browser, hosts, "/altered.html");
  expect((await opened.told())[0]).toMatch(
    /^yeelen-error .*texts\/victims-detected\.fr\.json is not as the catalogue/,
  );
  expect(await opened.page.locator("yeelen-line figure svg").count()).toBe(0);
  hosts.figures.spoil = (_, content) => content;
  await opened.close();
});

test("a host without texts in a language shows its figure, with English beside it", async () => {
  hosts.figures.spoil = (path, content) => {
    if (!path.endsWith("/catalog.json")) return content;
    const catalog = JSON.parse(String(content)) as Catalog;
    return JSON.stringify({ ...catalog, texts: [] });
  };
  const data = `${hosts.figures.origin}/data/`;
  const script = `<script type="module" src="${hosts.figures.origin}/widgets/loader.js" crossorigin></script>`;
  const element = `<yeelen-line lang="fr" src="${data}" indicator="victims-detected" areas="MLI" period="2007..2022"></yeelen-line>`;
  hosts.partner.pages.set("/none.html", pageOf(element + script));
  const opened = await openPage(browser, hosts, "/none.html");
  expect((await opened.told())[0]).toMatch(/^yeelen-ready/);
  expect(await opened.page.locator("yeelen-line figure").textContent()).toContain(about.caveats[0] ?? "?");
  expect(opened.errors).toEqual([]);
  hosts.figures.spoil = (_, content) => content;
  await opened.close();
});
