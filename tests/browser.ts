import { chromium, type Browser } from "playwright";
import { chromiumFlags, systemChromium } from "../scripts/browser.mjs";

/** A headless Chromium: the system's where there is one, else playwright's own; `whole` as readers have it. The caller closes it. */
export function launchChromium({ whole = false } = {}): Promise<Browser> {
  const executablePath = systemChromium({ whole });
  return chromium.launch({ args: chromiumFlags, ...(executablePath ? { executablePath } : {}) });
}

let shared: Promise<Browser> | undefined;

/** The Chromium that all test files of a worker open their contexts in: launched by the first, ended with the worker. */
export function sharedChromium(): Promise<Browser> {
  return (shared ??= launchChromium());
}

/** Closes what a test file left open in it. */
export async function closeContexts(): Promise<void> {
  const browser = await shared;
  await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
}
