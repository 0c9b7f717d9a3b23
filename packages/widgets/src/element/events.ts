import type { ChartPoint } from "@yeelen/charts";

/** What elements tell the page. All bubble and cross shadow roots; none can be cancelled. */
export interface YeelenEventMap {
  /** The live figure stands in place of the static one. */
  "yeelen-ready": CustomEvent<{ readonly release: string }>;
  /** The static figure stays; `message` says why. */
  "yeelen-error": CustomEvent<{ readonly message: string }>;
  /** The reader looks at a point, or at none. */
  "yeelen-select": CustomEvent<{ readonly point: ChartPoint | null }>;
}

export function tell<Name extends keyof YeelenEventMap>(
  element: HTMLElement,
  name: Name,
  detail: YeelenEventMap[Name]["detail"],
): void {
  element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

declare global {
  interface HTMLElementEventMap {
    "yeelen-ready": YeelenEventMap["yeelen-ready"];
    "yeelen-error": YeelenEventMap["yeelen-error"];
    "yeelen-select": YeelenEventMap["yeelen-select"];
  }
}
