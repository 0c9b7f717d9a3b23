import { launch, type Browser } from "puppeteer-core";
import { systemFirefox } from "../scripts/browser.mjs";

/** Whether this machine has a Firefox: its tests are skipped, and counted as skipped, where it has none. */
export const hasFirefox = systemFirefox() !== undefined;

/** The system's Firefox, without a window, in English. The caller closes it. */
export function launchFirefox(): Promise<Browser> {
  const executablePath = systemFirefox();
  if (!executablePath) throw new Error("no Firefox on this machine: install firefox-esr");
  return launch({
    browser: "firefox",
    executablePath,
    headless: true,
    extraPrefsFirefox: { "intl.accept_languages": "en-US, en", "ui.prefersReducedMotion": 1 },
  });
}
