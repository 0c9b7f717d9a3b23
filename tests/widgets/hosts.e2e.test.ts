import { execFileSync, spawnSync } from "node:child_process";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sharedChromium } from "../browser.ts";
import { linesOf, openPage, pageOf, partners, questions, type Partners } from "./partner-page.ts";

const kinds = Object.keys(questions);

let browser: Browser;
let hosts: Partners;
let lines: ReadonlyMap<string, string>;

beforeAll(async () => {
  browser = await sharedChromium();
  hosts = await partners();
  const made = await Promise.all(
    kinds.map(async (kind) => [kind, await linesOf(hosts.figures, kind)] as const),
  );
  lines = new Map(made);
});
afterAll(async () => {
  await hosts.close();
});

const everything = () => [...lines.values()].join("\n");
const serve = (path: string, body: string) => void hosts.partner.pages.set(path, pageOf(body));

/** What an old editor leaves of pasted lines: no class, id, style, data-* or aria-*, no integrity, no attribute it does not know. */
function cleaned(markup: string): string {
  const known =
    /^(src|href|type|crossorigin|title|alt|width|height|viewbox|d|x|y|x1|x2|y1|y2|cx|cy|r|fill|stroke|transform|text-anchor|indicator|areas|period|by|release)$/i;
  return markup.replace(
    /<(yeelen-\w+|figure|svg|script|[a-z]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/gi,
    (_, tag: string, list: string, end: string) => {
      const kept = [...list.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)]
        .filter(([, name = ""]) => known.test(name))
        .map(([, name, value]) => ` ${name}="${value ?? ""}"`);
      return `<${tag}${kept.join("")}${end}>`;
    },
  );
}

test("an old editor that strips attributes leaves figures that draw, with the same values", async () => {
  const asked = [...lines].filter(([kind]) => kind !== "timeline").map(([, one]) => cleaned(one));
  const page = asked.join("\n");
  expect(page).not.toMatch(/ (class|id|style|data-[a-z]+|aria-[a-z]+|integrity|lang)=/);
  serve("/old-cms.html", page);
  const opened = await openPage(browser, hosts, "/old-cms.html", { height: 14_000 });
  const told = await opened.told(asked.length);
  expect(told.filter((one) => !one.startsWith("yeelen-ready"))).toEqual([]);
  expect(opened.errors).toEqual([]);
  const values = await opened.page.evaluate(() => {
    const line = document.querySelector("yeelen-line");
    const root = line?.shadowRoot?.querySelector("figure") ? line.shadowRoot : line;
    return root?.querySelector("table")?.textContent;
  });
  const plain = await openPage(browser, hosts, "/old-cms.html", { javaScriptEnabled: false });
  expect(values).toBe(await plain.page.locator("yeelen-line table").textContent());
  await plain.close();
  await opened.close();
});

test("an editor that strips the script leaves the static figure, its table and its source", async () => {
  serve("/no-script.html", cleaned(everything()).replace(/<script\b.*?<\/script>/gs, ""));
  const opened = await openPage(browser, hosts, "/no-script.html");
  for (const kind of kinds) {
    const element = opened.page.locator(`yeelen-${kind}`);
    expect(await element.textContent(), kind).toContain("Source");
    expect(await element.locator("table").count(), kind).toBe(1);
    if (kind !== "table") expect(await element.locator("svg[viewBox]").count(), kind).toBe(1);
  }
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test("a page at 200 % zoom shows every figure without scrolling sideways, and no text under 12 pixels", async () => {
  serve("/zoom.html", everything());
  // 200 % of a window of 1,280 pixels is one of 640 CSS pixels at twice the density
  const context = await browser.newContext({
    viewport: { width: 640, height: 9000 },
    deviceScaleFactor: 2,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  let ready = 0;
  await page.exposeFunction("isReady", () => void ready++);
  await page.addInitScript(() =>
    addEventListener("yeelen-ready", () => (globalThis as unknown as { isReady(): void }).isReady()),
  );
  await page.goto(`${hosts.partner.origin}/zoom.html`);
  await expect.poll(() => ready, { timeout: 30_000 }).toBe(kinds.length);
  const seen = await page.evaluate(() => ({
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    small: [...document.querySelectorAll(".yeelen-holder")].flatMap((holder) =>
      [...(holder.shadowRoot?.querySelectorAll<SVGTextElement>("svg text") ?? [])]
        .filter((text) => {
          const scale = (text.getScreenCTM()?.a ?? 1) * Number.parseFloat(getComputedStyle(text).fontSize);
          return text.textContent !== "" && scale < 11.9;
        })
        .map((text) => text.textContent),
    ),
  }));
  expect(seen.sideways).toBeLessThanOrEqual(0);
  expect(seen.small).toEqual([]);
  await context.close();
});

/** Chromium's accessibility tree as a flat list of roles and names. */
async function accessibleNodes(page: Page): Promise<{ role: string; name: string; description: string }[]> {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description }) => ({
      role: String(role?.value ?? ""),
      name: String(name?.value ?? ""),
      description: String(description?.value ?? ""),
    }));
}

test("a screen reader finds each figure by its title, its picture by name, its paragraph, and its table", async () => {
  serve("/read.html", everything());
  const opened = await openPage(browser, hosts, "/read.html", { height: 14_000 });
  await opened.told(kinds.length);
  await opened.page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  const words = await opened.page.evaluate(() =>
    [...document.querySelectorAll("figure")].map((figure) => ({
      title: figure.querySelector("figcaption strong")?.textContent ?? "",
      paragraph: figure.querySelector(".yeelen-description")?.textContent ?? "",
    })),
  );
  expect(words).toHaveLength(kinds.length);
  await expect
    .poll(async () => (await accessibleNodes(opened.page)).filter(({ role }) => role === "table").length)
    .toBeGreaterThanOrEqual(kinds.length);
  const nodes = await accessibleNodes(opened.page);
  const named = (role: RegExp, name: string) =>
    nodes.some((node) => role.test(node.role) && node.name.includes(name));
  for (const { title, paragraph } of words) {
    expect(named(/^figure$/i, title), `figure ${title}`).toBe(true);
    expect(named(/^table$/, title), `table ${title}`).toBe(true);
    expect(
      nodes.some(({ name, role }) => role === "StaticText" && paragraph.startsWith(name.slice(0, 40))),
    ).toBe(true);
  }
  const pictures = nodes.filter(({ role, name }) => /^(image|img|graphics-document)$/i.test(role) && name);
  expect(pictures.length).toBeGreaterThanOrEqual(kinds.length - 1);
  expect(nodes.filter(({ role, name }) => role === "button" && name === "CSV")).toHaveLength(kinds.length);
  await opened.close();
});

test("print to PDF holds the figure, its title and its source as text", async (context) => {
  if (spawnSync("pdftotext", ["-v"]).error) return context.skip();
  serve("/print.html", [lines.get("line"), lines.get("bar"), lines.get("table")].join(""));
  const opened = await openPage(browser, hosts, "/print.html", { height: 6000 });
  await opened.told(3);
  const labels = await opened.page.evaluate(() =>
    [...(document.querySelector(".yeelen-holder")?.shadowRoot?.querySelectorAll("text") ?? [])].map(
      (text) => text.textContent ?? "",
    ),
  );
  const pdf = await opened.page.pdf({ format: "A4" });
  const printed = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" });
  const flat = printed.replace(/\s+/g, " ");
  expect(flat.split("Detected victims of trafficking in persons").length - 1).toBeGreaterThanOrEqual(3);
  expect(flat).toContain("United Nations Office on Drugs and Crime (UNODC)");
  for (const label of labels.filter((text) => /^[A-Z][a-z]{3,}$/.test(text))) expect(flat).toContain(label);
  expect(flat).toContain("not reported");
  expect(opened.errors).toEqual([]);
  await opened.close();
});
