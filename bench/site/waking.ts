import type { Browser } from "playwright";
import { launchChromium } from "../../tests/browser.ts";

/**
 * Milliseconds from a reader's first sign on a page that rests, its modules here, to controls that answer, with a
 * processor four times as slow.
 */
export async function waking(address: string): Promise<number> {
  const browser: Browser = await launchChromium({ whole: true });
  try {
    const page = await (await browser.newContext({ serviceWorkers: "block" })).newPage();
    const session = await page.context().newCDPSession(page);
    const modules = page.waitForResponse((response) => response.url().includes("/_app/immutable/nodes/"));
    await page.goto(address);
    await (await modules).finished();
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    return await page.evaluate(async () => {
      const start = performance.now();
      dispatchEvent(new Event("pointermove"));
      while (document.documentElement.dataset["awake"] === undefined)
        await new Promise((resolve) => setTimeout(resolve));
      return performance.now() - start;
    });
  } finally {
    await browser.close();
  }
}
