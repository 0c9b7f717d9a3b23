import type { Browser, Locator } from "playwright";
import { launchChromium } from "../../tests/browser.ts";
import { median } from "../table.ts";

/** Milliseconds from a reader's action to the frame after the page has answered. */
export interface Changes {
  readonly view: number;
  readonly engine: number;
}

/** Changes the years of an indicator page whose view is at hand, and runs a statement on an engine that is awake. */
export async function filterChanges(origin: string): Promise<Changes> {
  const browser = await launchChromium({ whole: true });
  try {
    return {
      view: await byView(browser, `${origin}/en/indicator/victims-detected/`),
      engine: await byEngine(browser, `${origin}/en/query/`),
    };
  } finally {
    await browser.close();
  }
}

async function byView(browser: Browser, address: string): Promise<number> {
  const page = await open(browser, address);
  const first = page.getByRole("combobox", { name: "First year" });
  await first.selectOption("2008");
  await page.waitForURL("**period=2008**");
  const times: number[] = [];
  for (const year of ["2010", "2011", "2012", "2013", "2014"]) times.push(await answered(first, year));
  return median(times);
}

/** A statement whose every answer differs from the one before, so that the page has something to paint. */
const statement =
  "SELECT area, count(*) AS figures, random() AS turn FROM observations GROUP BY area ORDER BY area";

async function byEngine(browser: Browser, address: string): Promise<number> {
  const page = await open(browser, address);
  await page.locator(".editor textarea").focus();
  await page.locator(".cm-content").fill(statement);
  const run = page.getByRole("button", { name: "Run", exact: true });
  await run.click();
  await page.locator("tbody tr").first().waitFor({ timeout: 60_000 });
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn++) times.push(await answered(run));
  return median(times);
}

async function open(browser: Browser, address: string) {
  const page = await (await browser.newContext({ serviceWorkers: "block" })).newPage();
  await page.goto(address);
  await page.locator("html[data-awake]").waitFor();
  await page.waitForLoadState("networkidle");
  return page;
}

/** Sets a list to a value, or presses a button; from then to the frame that shows a changed table or picture. */
function answered(control: Locator, value?: string): Promise<number> {
  return control.evaluate(async (element, chosen) => {
    const changed = new Promise<void>((resolve) => {
      const observer = new MutationObserver((records) => {
        const answer = records.some(({ target, addedNodes }) =>
          [target, ...addedNodes]
            .map((node) => (node instanceof Element ? node : node.parentElement))
            .some((node) => node?.closest(".chart, table") ?? node?.querySelector("table, svg")),
        );
        if (!answer) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document.querySelector("main") ?? document.body, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    const start = performance.now();
    if (chosen !== undefined && element instanceof HTMLSelectElement) {
      element.value = chosen;
      element.dispatchEvent(new Event("change", { bubbles: true }));
    } else (element as HTMLElement).click();
    await changed;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  }, value);
}
