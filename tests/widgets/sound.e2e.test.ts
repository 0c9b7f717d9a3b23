import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { sharedChromium } from "../browser.ts";
import { linesOf, openPage, pageOf, partners, type Partners } from "./partner-page.ts";

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

interface Heard {
  readonly states: readonly string[];
  readonly tones: readonly { readonly type: string; readonly pitch: number; readonly at: number }[];
}

/** A page whose contexts and oscillators are counted; with `deaf`, a browser without Web Audio. */
async function open(kind: string, { deaf = false, lang = "en" } = {}) {
  hosts.partner.headers = {
    "Content-Security-Policy": `default-src 'none'; script-src ${hosts.figures.origin}; connect-src ${hosts.figures.origin}; style-src 'self'; require-trusted-types-for 'script'`,
  };
  hosts.partner.pages.set("/empty.html", pageOf(""));
  hosts.partner.pages.set("/sound.html", pageOf(await linesOf(hosts.figures, kind, { lang })));
  const opened = await openPage(browser, hosts, "/empty.html", { height: 3000 });
  await opened.page.addInitScript((without) => {
    const contexts: AudioContext[] = [];
    const tones: { type: string; pitch: number; at: number }[] = [];
    const { AudioContext: Context, OscillatorNode: Oscillator } = globalThis;
    Object.assign(globalThis, {
      heard: () => ({ states: contexts.map(({ state }) => state), tones }),
      AudioContext: without
        ? undefined
        : class extends Context {
            constructor() {
              super();
              contexts.push(this);
            }
          },
      OscillatorNode: class extends Oscillator {
        override start(at: number) {
          tones.push({ type: this.type, pitch: this.frequency.value, at });
          super.start(at);
        }
      },
    });
  }, deaf);
  await opened.page.goto(`${hosts.partner.origin}/sound.html`);
  await opened.told();
  return opened;
}

const heard = (page: Page) => page.evaluate(() => (globalThis as unknown as { heard(): Heard }).heard());
const soundAsked = () => hosts.figures.requests.filter(({ path }) => path.includes("sound-out"));

test("S on a line says its range, then plays a note or a tick for each year, and loads that only then", async () => {
  const { page, errors, seen, close } = await open("line");
  const plot = page.locator("yeelen-line .plot");
  await plot.focus();
  await expect.poll(() => plot.getAttribute("aria-keyshortcuts")).toBe("S");
  expect([soundAsked(), (await heard(page)).states]).toEqual([[], []]);
  await page.keyboard.press("s");
  const tip = page.locator("yeelen-line .tip[role=status]");
  await expect
    .poll(() => tip.textContent())
    .toMatch(/^Mali, 2007 to 2022\..*lowest note is 5 \(2007\).*highest 277 \(2009\)/);
  await expect.poll(async () => (await heard(page)).tones.length).toBe(16);
  const { tones, states } = await heard(page);
  expect(states).toEqual(["running"]);
  expect(tones.filter(({ type }) => type === "triangle")).toHaveLength(6);
  const [low, , high] = tones.map(({ pitch }) => pitch);
  expect((high ?? 0) / (low ?? 1)).toBeCloseTo(8, 3);
  expect(tones.every(({ at }, place) => place === 0 || at > (tones[place - 1]?.at ?? at))).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await heard(page)).states).toEqual(["closed"]);
  expect([errors, (await seen()).violations]).toEqual([[], []]);
  await close();
});

test("a sound ends by itself, and with the figure: nothing of it stays", async () => {
  const { page, errors, close } = await open("line");
  const plot = page.locator("yeelen-line .plot");
  await plot.focus();
  await expect.poll(() => plot.getAttribute("aria-keyshortcuts")).toBe("S");
  await page.keyboard.press("s");
  await expect.poll(async () => (await heard(page)).states, { timeout: 20_000 }).toEqual(["closed"]);
  await page.keyboard.press("s");
  await expect.poll(async () => (await heard(page)).states).toEqual(["closed", "running"]);
  await page.evaluate(() => document.querySelector("yeelen-line")?.remove());
  await expect.poll(async () => (await heard(page)).states).toEqual(["closed", "closed"]);
  expect(errors).toEqual([]);
  await close();
});

test("a browser without Web Audio is told so, in the figure's language", async () => {
  const { page, errors, close } = await open("line", { deaf: true, lang: "fr" });
  const plot = page.locator("yeelen-line .plot");
  await plot.focus();
  await expect.poll(() => plot.getAttribute("aria-keyshortcuts")).toBe("S");
  await page.keyboard.press("s");
  await expect
    .poll(() => page.locator("yeelen-line .tip").textContent())
    .toBe("Ce navigateur ne produit pas de son.");
  expect(errors).toEqual([]);
  await close();
});

test("the tools of a line play the series that is chosen, and stop it; a bar has no sound", async () => {
  const line = await open("line");
  await line.page.locator("yeelen-line summary").click();
  const row = line.page.getByRole("group", { name: "Sound" });
  await row.getByRole("combobox").selectOption({ label: "Niger" });
  expect((await heard(line.page)).states).toEqual([]);
  await row.getByRole("button", { name: "Listen" }).click();
  await expect.poll(() => line.page.locator(".said").textContent()).toMatch(/^Niger, 2007 to 2022\./);
  await expect.poll(async () => (await heard(line.page)).states).toEqual(["running"]);
  await row.getByRole("button", { name: "Stop" }).click();
  await expect.poll(async () => (await heard(line.page)).states).toEqual(["closed"]);
  expect(await row.getByRole("button", { name: "Listen" }).isVisible()).toBe(true);
  await line.close();

  const bar = await open("bar");
  await bar.page.locator("yeelen-bar summary").click();
  await bar.page.locator(".tools").waitFor();
  await bar.page.getByRole("button", { name: "CSV" }).click();
  expect(await bar.page.getByRole("group", { name: "Sound" }).count()).toBe(0);
  const plot = bar.page.locator("yeelen-bar .plot");
  await plot.focus();
  await bar.page.keyboard.press("s");
  expect(await plot.getAttribute("aria-keyshortcuts")).toBeNull();
  expect((await heard(bar.page)).states).toEqual([]);
  await bar.close();
});
