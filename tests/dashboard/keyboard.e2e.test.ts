import type { Frame, Page } from "playwright";
import { describe, expect, test } from "vitest";
import { built, open } from "./site.ts";

/** What a reader can act on by pointer; arrow keys lead to those that a group keeps out of the order of Tab. */
const controls =
  'a[href], button:not(:disabled), select:not(:disabled), input:not(:disabled), textarea, summary, [tabindex="0"], [contenteditable="true"]';

describe.skipIf(!built)("by keyboard alone", () => {
  test("the first key on a page offers the way past its head, and takes it", async () => {
    const page = await open("en/country/MLI/");
    await page.keyboard.press("Tab");
    const skip = page.locator(":focus");
    expect(await skip.textContent()).toBe("Skip to the content");
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("content");
  });

  test.each([
    "en/",
    "en/country/MLI/",
    "ar/indicator/victims-detected/",
    "en/compare/",
    "fr/flows/",
    "en/embed/",
  ])("%s lets Tab reach all that a pointer can, and shows where it is", async (path) => {
    const page = await open(path);
    const there = await page.evaluate((controls) => {
      const shown = [...document.querySelectorAll<HTMLElement>(controls)].filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) &&
          element.tabIndex >= 0 &&
          !element.closest("[inert]") &&
          // of a group of radio buttons Tab reaches one
          !(element instanceof HTMLInputElement && element.type === "radio" && !element.checked),
      );
      shown.forEach((element, index) => element.setAttribute("data-order", String(index)));
      return shown.length;
    }, controls);
    expect(there).toBeGreaterThan(10);
    const { reached, unseen } = await walk(page, there * 2 + 20);
    const missed = await page.evaluate(
      (reached) =>
        [...document.querySelectorAll("[data-order]")]
          .filter((element) => !reached.includes(element.getAttribute("data-order") ?? ""))
          .map((element) => element.outerHTML.slice(0, 120)),
      reached,
    );
    expect(missed).toEqual([]);
    expect(unseen).toEqual([]);
  });
});

/** Presses Tab through a page until it comes round: what was reached, and what did not show that it was. */
async function walk(page: Page, limit: number): Promise<{ reached: string[]; unseen: string[] }> {
  const reached = new Set<string>();
  const unseen: string[] = [];
  for (let press = 0; press < limit; press++) {
    await page.keyboard.press("Tab");
    const at = await focusedIn(page.mainFrame());
    if (at === null || (at.order !== "" && reached.has(at.order) && reached.size > 1)) {
      if (at === null && press > 1) break;
      continue;
    }
    if (at.order !== "") reached.add(at.order);
    if (!at.seen) unseen.push(at.html);
  }
  return { reached: [...reached], unseen };
}

/** What has the focus in a page, or in the frame of it that has: its mark, and whether it shows; null where nothing has. */
async function focusedIn(frame: Frame): Promise<{ order: string; seen: boolean; html: string } | null> {
  const inner = await frame.evaluateHandle(() => document.activeElement);
  const framed = await inner.asElement()?.contentFrame();
  const order = await inner.evaluate((element) => element?.getAttribute("data-order") ?? "");
  if (framed) {
    const within = await focusedIn(framed);
    return within && { ...within, order };
  }
  return frame.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const drawn = (shape: SVGElement) =>
      [...shape.querySelectorAll("*")]
        .map((part) => getComputedStyle(part))
        .map(({ stroke, strokeWidth, fill, outlineStyle }) =>
          [stroke, strokeWidth, fill, outlineStyle].join(),
        )
        .join(" ");
    const drawnUnfocused = (shape: SVGElement) => {
      shape.blur();
      const before = drawn(shape);
      shape.focus();
      return before;
    };
    return {
      order: element.getAttribute("data-order") ?? "",
      // a slider shows it on its thumb, whose style no script can read; a shape by what is drawn inside
      seen:
        element.matches("input[type=range]") ||
        (outlineStyle !== "none" && outlineWidth !== "0px") ||
        boxShadow !== "none" ||
        (element instanceof SVGElement && drawn(element) !== drawnUnfocused(element)),
      html: element.outerHTML.slice(0, 120),
    };
  });
}
