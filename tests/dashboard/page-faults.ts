import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { folder } from "./site.ts";

/** The heading of a page as it was built, by the path of its address. */
export function headingOf(path: string): string {
  const html = readFileSync(join(folder, path, "index.html"), "utf8");
  const [, heading] = /<h1[^>]*>(.*?)<\/h1>/s.exec(html) ?? [];
  if (heading === undefined) throw new Error(`no heading in ${path}index.html`);
  return textOf(heading);
}

function textOf(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .trim();
}

/** The headings that a page shows; there should be one. */
export const headingsOn = (page: Page): Promise<string[]> =>
  page
    .locator("h1:visible")
    .allTextContents()
    .then((all) => all.map((text) => text.trim()));

/** How many pixels wider than its window a page is. */
export const excessOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Style sheets that a page names and that were not applied, by address. */
export const unstyled = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]:not([disabled])")]
      .filter(({ sheet }) => sheet === null || sheet.cssRules.length === 0)
      .map(({ href }) => href),
  );

/**
 * What a reader sees on a page and cannot press, since something else lies over its middle, or since no scrolling brings
 * it into the window: each with what lies there.
 */
export const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const name = (element: Element) => element.outerHTML.slice(0, 100);
    const shown = [
      ...document.querySelectorAll<HTMLElement>(
        "a[href], button:not(:disabled), select:not(:disabled), input:not(:disabled), textarea:not(:disabled), summary",
      ),
    ].filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
    const faults = shown.flatMap((element) => {
      const { position, pointerEvents } = getComputedStyle(element);
      // one that is shown on focus alone stands outside of the window until then; of two ranges in one place only the thumbs are pressed
      if (position === "fixed" || (pointerEvents === "none" && element.matches("input[type=range]")))
        return [];
      element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      const box = element.getClientRects()[0];
      if (!box || box.width <= 1 || box.height <= 1) return [];
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const hit = document.elementFromPoint(x, y);
      if (!hit) return [`${name(element)} at ${Math.round(x)}, ${Math.round(y)}: outside of the window`];
      const labels = "labels" in element ? [...(element as HTMLInputElement).labels!] : [];
      const own =
        element.contains(hit) ||
        labels.some((label) => label.contains(hit)) ||
        // countries on a map share a place
        (element instanceof SVGElement && element.ownerSVGElement?.contains(hit));
      return own ? [] : [`${name(element)} under ${name(hit)}`];
    });
    scrollTo({ top: 0, behavior: "instant" });
    return faults;
  });
