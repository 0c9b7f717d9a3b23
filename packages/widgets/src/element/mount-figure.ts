import { chartStyles, toDom, type ChartOptions } from "@yeelen/charts";
import type { ChartKind, Published } from "./chart-kind.ts";
import { figureOf } from "./figure-of.ts";
import type { Settings } from "./settings.ts";
import { sheetOf } from "./styles.ts";

const words = sheetOf(() => chartStyles);

/**
 * A complete figure, its words included, for an element that holds none of this release: made now, put into the
 * element's shadow root when called.
 */
export async function mountable<Complete>(
  element: HTMLElement,
  kind: Pick<ChartKind<never, Complete>, "figure">,
  answer: Complete,
  data: Published,
  settings: Settings,
  options: ChartOptions,
): Promise<(shadow: ShadowRoot) => HTMLElement> {
  const figure = await figureOf(kind, answer, data, settings, options);
  return (shadow) => {
    const width = Math.max(280, Math.floor(element.getBoundingClientRect().width));
    const node = toDom(figure({ width, id: "yeelen" }).node, element.ownerDocument) as HTMLElement;
    const { theme } = settings;
    if (theme && theme !== "auto") node.setAttribute("data-theme", theme);
    if (!shadow.adoptedStyleSheets.includes(words())) shadow.adoptedStyleSheets.push(words());
    shadow.replaceChildren(node);
    return node;
  };
}
