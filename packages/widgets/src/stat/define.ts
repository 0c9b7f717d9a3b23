import { YeelenStatElement } from "./stat-element.ts";

/** Registers `<yeelen-stat>`; a page that loads two versions keeps the first. */
if (globalThis.customElements && !customElements.get("yeelen-stat"))
  customElements.define("yeelen-stat", YeelenStatElement);

declare global {
  interface HTMLElementTagNameMap {
    "yeelen-stat": YeelenStatElement;
  }
}

export { YeelenStatElement };
