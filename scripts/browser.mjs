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

/** The system's Chromium, or the one named by YEELEN_CHROMIUM; undefined leaves the choice to playwright. */
export function systemChromium() {
  const named = process.env["YEELEN_CHROMIUM"];
  if (named && !existsSync(named))
    throw new Error(`no browser at YEELEN_CHROMIUM=${named}: name an existing file or unset it`);
  return named ?? places.find((place) => existsSync(place));
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

/** Makes sure that tests have a Chromium: the system's, else Debian's package as root, else playwright's own. */
export async function installBrowser() {
  if (systemChromium()) return;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    console.log("Installing Chromium from Debian's packages …");
    const quiet = { env: { DEBIAN_FRONTEND: "noninteractive" }, quiet: true };
    await run("apt-get", ["update", "-q"], quiet);
    await must(
      "apt-get",
      ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-dejavu-core", "fonts-noto-core"],
      quiet,
    );
    return;
  }
  console.log("Installing Chromium through playwright …");
  await must("npx", ["playwright", "install", "chromium"]);
}
