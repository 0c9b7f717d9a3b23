import { chromium, type Browser } from "playwright";
import { chromiumFlags, systemChromium } from "../scripts/browser.mjs";

/** A headless Chromium: the system's where there is one, else playwright's own. The caller closes it. */
export function launchChromium(): Promise<Browser> {
  const executablePath = systemChromium();
  return chromium.launch({ args: chromiumFlags, ...(executablePath ? { executablePath } : {}) });
}
