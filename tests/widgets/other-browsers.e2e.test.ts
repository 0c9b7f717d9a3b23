import { existsSync } from "node:fs";
import { launch, type Browser as Firefox } from "puppeteer-core";
import { Browser, Builder, Capabilities, type WebDriver } from "selenium-webdriver";
import { spawn, type ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { linesOf, pageOf, partners, questions, type Partners } from "./partner-page.ts";

const firefoxPath = "/usr/bin/firefox-esr";
const driverPath = "/usr/bin/WebKitWebDriver";
const miniBrowsers = [
  "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
  "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
];
const miniBrowser = miniBrowsers.find((path) => existsSync(path));
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

describe.skipIf(!existsSync(firefoxPath))("Firefox", () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await launch({ browser: "firefox", executablePath: firefoxPath, headless: true });
  });
  afterAll(() => firefox.close());

  test("draws every element under a policy of script-src, connect-src and trusted types", async () => {
    const page = await firefox.newPage();
    await page.goto(`${hosts.partner.origin}/all.html`);
    const read = () => page.evaluate(`(() => { ${look} })()`) as Promise<Result>;
    await expect.poll(async () => (await read()).told.length, { timeout: 20_000 }).toBe(kinds.length);
    check(await read());
  });
});

describe.skipIf(!existsSync(driverPath) || !miniBrowser)("WebKitGTK", () => {
  let server: ChildProcess;
  let driver: WebDriver;
  beforeAll(async () => {
    server = spawn("xvfb-run", ["-a", driverPath, "--port=4462", "--host=127.0.0.1"], {
      detached: true,
      stdio: "ignore",
    });
    for (let time = 0; time < 50; time++) {
      const up = await fetch("http://127.0.0.1:4462/status").then(
        ({ ok }) => ok,
        () => false,
      );
      if (up) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const capabilities = new Capabilities({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: miniBrowser, args: ["--automation"] },
    });
    driver = await new Builder()
      .usingServer("http://127.0.0.1:4462/")
      .forBrowser(Browser.SAFARI)
      .withCapabilities(capabilities)
      .build();
  });
  afterAll(async () => {
    await driver?.quit();
    if (server?.pid) process.kill(-server.pid);
  });

  test("draws every element under a policy of script-src, connect-src and trusted types", async () => {
    await driver.get(`${hosts.partner.origin}/all.html`);
    const read = () => driver.executeScript<Result>(look);
    await expect.poll(async () => (await read()).told.length, { timeout: 20_000 }).toBe(kinds.length);
    check(await read());
  });
});
