import { YeelenLineElement } from "./line-element.ts";

/** Registers `<yeelen-line>`; a page that loads two versions keeps the first. */
if (globalThis.customElements && !customElements.get("yeelen-line"))
  customElements.define("yeelen-line", YeelenLineElement);

declare global {
  interface HTMLElementTagNameMap {
    "yeelen-line": YeelenLineElement;
  }
}

export { YeelenLineElement };
