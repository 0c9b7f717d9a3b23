import { YeelenDotElement } from "./dot-element.ts";

/** Registers `<yeelen-dot>`; a page that loads two versions keeps the first. */
if (globalThis.customElements && !customElements.get("yeelen-dot"))
  customElements.define("yeelen-dot", YeelenDotElement);

declare global {
  interface HTMLElementTagNameMap {
    "yeelen-dot": YeelenDotElement;
  }
}

export { YeelenDotElement };
