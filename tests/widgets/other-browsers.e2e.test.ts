import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { hasFirefox, launchFirefox } from "../firefox.ts";
import { hasWebKitGTK, launchWebKitGTK, type WebKitGTK } from "../webkitgtk.ts";
import { headersOf, hostilePages, policies } from "./guest-conditions.ts";
import { linesOf, pageOf, partners, questions, type Partners } from "./partner-page.ts";

const kinds = Object.keys(questions);

/** Runs in the page, from the host of figures, since the policies under test let no other script in. */
const watch = `
  seen = { told: [], violations: [], errors: [] };
  for (const name of ["yeelen-ready", "yeelen-error"])
    addEventListener(name, (event) => seen.told.push(name + " " + event.target.localName));
  addEventListener("securitypolicyviolation", (event) =>
    seen.violations.push(event.violatedDirective + " " + event.blockedURI));
  addEventListener("error", (event) => seen.errors.push(event.message));
  addEventListener("unhandledrejection", (event) => seen.errors.push(String(event.reason)));`;

/** Brings one element after the other into view, as a reader would; `argument` is the name of one. */
const show = "(kind) => document.querySelector('yeelen-' + kind).scrollIntoView()";

const count = "() => seen.told.length";

/** What was told, and each live picture's shapes, with their colours, as JSON: what a page did to prototypes would mislead the driver. */
const look = `() => {
  delete Array.prototype.toJSON;
  delete String.prototype.toJSON;
  return JSON.stringify({
  ...seen,
  pictures: [...document.querySelectorAll(".yeelen-holder")].map((holder) =>
    [...holder.shadowRoot.querySelectorAll("svg *")].map((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      return [shape.localName, shape.textContent, fill, stroke].join(" ");
    })),
  });
}`;

interface Result {
  readonly told: readonly string[];
  readonly violations: readonly string[];
  readonly errors: readonly string[];
  readonly pictures: readonly (readonly string[])[];
}

/** One window of a browser: goes to an address, and runs a function, written out, in its page. */
interface Window {
  go(address: string): Promise<unknown>;
  run<Value>(source: string, argument?: string): Promise<Value>;
}

let hosts: Partners;
let everything: string;

beforeAll(async () => {
  hosts = await partners();
  hosts.figures.pages.set("/watch.js", watch);
  const lines = [];
  for (const kind of kinds) lines.push(await linesOf(hosts.figures, kind));
  everything = lines.join("\n").replaceAll("<script ", '<script nonce="abc" ');
});
afterAll(() => hosts.close());
afterEach(() => {
  hosts.partner.headers = {};
});

/** Opens every element on one page and waits until each has said that it is ready, or why not. */
async function opened(window: Window, head = "", attributes?: string): Promise<Result> {
  const watched = `<script nonce="abc" src="${hosts.figures.origin}/watch.js"></script>${head}`;
  hosts.partner.pages.set("/all.html", pageOf(everything, watched, attributes));
  await window.go(`${hosts.partner.origin}/all.html`);
  for (const [index, kind] of kinds.entries()) {
    await window.run(show, kind);
    await expect.poll(() => window.run<number>(count), { timeout: 20_000 }).toBeGreaterThan(index);
  }
  const result = JSON.parse(await window.run<string>(look)) as Result;
  expect(result.told.filter((one) => !one.startsWith("yeelen-ready"))).toEqual([]);
  expect(result.told).toHaveLength(kinds.length);
  // the browser itself looks for an icon
  expect(result.violations.filter((one) => !one.endsWith("/favicon.ico"))).toEqual([]);
  expect(result.errors).toEqual([]);
  expect(result.pictures.filter((shapes) => shapes.length > 1)).toHaveLength(kinds.length - 1);
  return result;
}

/** The same tests in any browser. */
function guestsManners(window: () => Window): void {
  test.each(Object.entries(policies))("every element works under %s", async (_, policy) => {
    hosts.partner.headers = headersOf(policy, hosts.figures.origin);
    await opened(window());
  });

  test.each(hostilePages)("a hostile page leaves every picture as it is: $name", async (page) => {
    const plain = await opened(window());
    const { pictures } = await opened(window(), page.head, page.attributes);
    if (page.name === "prototypes") expect(pictures).toEqual(plain.pictures);
    expect(pictures.map(({ length }) => length)).toEqual(plain.pictures.map(({ length }) => length));
    expect(pictures.flat().filter((shape) => /evil|rgb\(255, 0, 0\)/.test(shape))).toEqual([]);
  });
}

describe.skipIf(!hasFirefox)("Firefox", () => {
  let firefox: Browser;
  let page: Page;
  beforeAll(async () => {
    firefox = await launchFirefox();
    page = await firefox.newPage();
  });
  afterAll(() => firefox?.close());

  guestsManners(() => ({
    go: (address) => page.goto(address),
    run: (source, argument) => page.evaluate(`(${source})(${JSON.stringify(argument)})`) as Promise<never>,
  }));
});

describe.skipIf(!hasWebKitGTK)("WebKitGTK", () => {
  let webkit: WebKitGTK;
  beforeAll(async () => {
    webkit = await launchWebKitGTK();
  });
  afterAll(() => webkit?.close());

  guestsManners(() => ({
    go: (address) => webkit.driver.get(address),
    run: (source, argument) => webkit.driver.executeScript(`return (${source})(arguments[0])`, argument),
  }));
});
