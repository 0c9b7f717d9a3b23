// @ts-check
import { existsSync } from "node:fs";
import { must, run } from "./run.mjs";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

// opens pages in half the time of the whole browser, which has tabs and windows to draw
const placesOfHeadlessShell = ["/usr/bin/chromium-headless-shell"];

const placesOfFirefox = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
];

const placesOfMiniBrowser = ["x86_64", "aarch64"].flatMap((processor) =>
  ["4.1", "4.0"].map((version) => `/usr/lib/${processor}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
);

/**
 * The system's Chromium, or the one named by YEELEN_CHROMIUM; undefined leaves the choice to playwright. `whole` asks for
 * the browser that readers have, not its headless shell.
 * @param {{ whole?: boolean }} [options]
 */
export function systemChromium({ whole = false } = {}) {
  const named = process.env["YEELEN_CHROMIUM"];
  if (named && !existsSync(named))
    throw new Error(`no browser at YEELEN_CHROMIUM=${named}: name an existing file or unset it`);
  const shells = whole ? [] : placesOfHeadlessShell;
  return named ?? [...shells, ...places].find((place) => existsSync(place));
}

/** The system's Firefox; undefined where there is none. */
export function systemFirefox() {
  return placesOfFirefox.find((place) => existsSync(place));
}

/** WebKitGTK's browser and the driver that steers it; undefined where either, or a screen to show it on, is missing. */
export function systemWebKitGTK() {
  const driver = "/usr/bin/WebKitWebDriver";
  const browser = placesOfMiniBrowser.find((place) => existsSync(place));
  const screen = ["/usr/bin/xvfb-run", "/usr/bin/xauth"].every((place) => existsSync(place));
  return browser && screen && existsSync(driver) ? { driver, browser } : undefined;
}

/** Flags under which Chromium asks nothing of the network but the pages under test. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Makes sure that tests have their browsers. Chromium must be: the system's, else Debian's package as root, else
 * playwright's own. Its headless shell, Firefox and WebKitGTK come from Debian's packages as root; elsewhere the whole browser is used, and tests of the others are skipped.
 */
export async function installBrowsers() {
  const debian = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  /** @type {string[]} */
  const others = [];
  if (!placesOfHeadlessShell.some((place) => existsSync(place))) others.push("chromium-headless-shell");
  if (!systemFirefox()) others.push("firefox-esr");
  if (!systemWebKitGTK()) others.push("webkit2gtk-driver", "xvfb", "xauth");
  const needsChromium = !systemChromium({ whole: true });
  if (debian && (needsChromium || others.length > 0)) await run("apt-get", ["update", "-q"], quiet);
  if (debian && needsChromium) {
    console.log("Installing Chromium from Debian's packages …");
    await must("apt-get", [...install, "chromium", "fonts-dejavu-core", "fonts-noto-core"], quiet);
  } else if (needsChromium) {
    console.log("Installing Chromium through playwright …");
    await must("npx", ["playwright", "install", "chromium"]);
  }
  if (debian && others.length > 0) {
    console.log(`Installing ${others.join(", ")} from Debian's packages …`);
    for (const one of others) await run("apt-get", [...install, one], quiet);
  }
  for (const [name, found] of /** @type {const} */ ([
    ["Firefox", systemFirefox()],
    ["WebKitGTK", systemWebKitGTK()],
  ]))
    if (!found) console.log(`${name} is not on this machine: its tests are skipped.`);
}

const install = ["install", "-y", "-q", "--no-install-recommends"];
const quiet = { env: { DEBIAN_FRONTEND: "noninteractive" }, quiet: true };
