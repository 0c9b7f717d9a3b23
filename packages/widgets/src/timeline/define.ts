import { YeelenTimelineElement } from "./timeline-element.ts";

/** Registers `<yeelen-timeline>`; a page that loads two versions keeps the first. */
if (globalThis.customElements && !customElements.get("yeelen-timeline"))
  customElements.define("yeelen-timeline", YeelenTimelineElement);

declare global {
  interface HTMLElementTagNameMap {
    "yeelen-timeline": YeelenTimelineElement;
  }
}

export { YeelenTimelineElement };
