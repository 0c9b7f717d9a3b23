import type { Browser as Firefox } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasFirefox, launchFirefox } from "../firefox.ts";
import { hasWebKitGTK, launchWebKitGTK, type WebKitGTK } from "../webkitgtk.ts";
import { linesOf, pageOf, partners, questions, type Partners } from "./partner-page.ts";

const kinds = Object.keys(questions);

let hosts: Partners;

beforeAll(async () => {
  hosts = await partners();
  const lines = [];
  for (const kind of kinds) lines.push(await linesOf(hosts.figures, kind));
  const { origin } = hosts.figures;
  hosts.partner.headers = {
    "Content-Security-Policy": `default-src 'none'; script-src ${origin} 'nonce-watch'; connect-src ${origin}; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'`,
  };
  // a grid of one cell, so that every element is in view at once
  const watch = `<script nonce="watch">
    seen = { told: [], violations: [], errors: [] };
    for (const name of ["yeelen-ready", "yeelen-error"])
      addEventListener(name, (event) => seen.told.push(name + " " + event.target.localName));
    addEventListener("securitypolicyviolation", (event) => seen.violations.push(event.violatedDirective));
    addEventListener("error", (event) => seen.errors.push(event.message));
    addEventListener("unhandledrejection", (event) => seen.errors.push(String(event.reason)));
    addEventListener("load", () => {
      document.querySelector("main").style.display = "grid";
      for (const element of document.querySelectorAll("main > *")) element.style.gridArea = "1 / 1";
    });
  </script>`;
  hosts.partner.pages.set("/all.html", pageOf(lines.join("\n"), watch));
});
afterAll(() => hosts.close());

interface Result {
  readonly told: readonly string[];
  readonly violations: readonly string[];
  readonly errors: readonly string[];
  readonly marks: readonly number[];
}

/** Runs in the page: what was told, and how many shapes each live picture has. */
const look = `return { ...seen, marks: [...document.querySelectorAll(".yeelen-holder")].map((holder) => holder.shadowRoot.querySelectorAll("svg *").length) }`;

function check({ told, violations, errors, marks }: Result): void {
  expect(told.filter((one) => !one.startsWith("yeelen-ready"))).toEqual([]);
  expect(violations).toEqual([]);
  expect(errors).toEqual([]);
  expect(marks.filter((count) => count > 1)).toHaveLength(kinds.length - 1);
}

describe.skipIf(!hasFirefox)("Firefox", () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await launchFirefox();
  });
  afterAll(() => firefox?.close());

  test("draws every element under a policy of script-src, connect-src and trusted types", async () => {
    const page = await firefox.newPage();
    await page.goto(`${hosts.partner.origin}/all.html`);
    const read = () => page.evaluate(`(() => { ${look} })()`) as Promise<Result>;
    await expect.poll(async () => (await read()).told.length, { timeout: 20_000 }).toBe(kinds.length);
    check(await read());
  });
});

describe.skipIf(!hasWebKitGTK)("WebKitGTK", () => {
  let webkit: WebKitGTK;
  beforeAll(async () => {
    webkit = await launchWebKitGTK();
  });
  afterAll(() => webkit?.close());

  test("draws every element under a policy of script-src, connect-src and trusted types", async () => {
    await webkit.driver.get(`${hosts.partner.origin}/all.html`);
    const read = () => webkit.driver.executeScript<Result>(look);
    await expect.poll(async () => (await read()).told.length, { timeout: 20_000 }).toBe(kinds.length);
    check(await read());
  });
});
