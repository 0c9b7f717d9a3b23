import { YeelenBarElement } from "./bar-element.ts";

/** Registers `<yeelen-bar>`; a page that loads two versions keeps the first. */
if (globalThis.customElements && !customElements.get("yeelen-bar"))
  customElements.define("yeelen-bar", YeelenBarElement);

declare global {
  interface HTMLElementTagNameMap {
    "yeelen-bar": YeelenBarElement;
  }
}

export { YeelenBarElement };
