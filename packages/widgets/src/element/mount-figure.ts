import { chartStyles, toDom } from "@yeelen/charts";
import type { CompleteFigure } from "./chart-kind.ts";
import { sheetOf } from "./styles.ts";

const words = sheetOf(() => chartStyles);

/** Puts a complete figure, its words included, into the shadow root of an element that holds none of this release. */
export function mountFigure(
  element: HTMLElement,
  shadow: ShadowRoot,
  theme: string | undefined,
  figure: (size: { readonly width: number; readonly id: string }) => CompleteFigure,
): HTMLElement {
  const width = Math.max(280, Math.floor(element.getBoundingClientRect().width));
  const node = toDom(figure({ width, id: "yeelen" }).node, element.ownerDocument) as HTMLElement;
  if (theme && theme !== "auto") node.setAttribute("data-theme", theme);
  if (!shadow.adoptedStyleSheets.includes(words())) shadow.adoptedStyleSheets.push(words());
  shadow.replaceChildren(node);
  return node;
}
