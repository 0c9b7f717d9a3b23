import { chromium, type Browser } from "playwright";
import { chromiumFlags, systemChromium } from "../scripts/browser.mjs";

/** A headless Chromium: the system's where there is one, else playwright's own; `whole` as readers have it. The caller closes it. */
export function launchChromium({ whole = false } = {}): Promise<Browser> {
  const executablePath = systemChromium({ whole });
  return chromium.launch({ args: chromiumFlags, ...(executablePath ? { executablePath } : {}) });
}
