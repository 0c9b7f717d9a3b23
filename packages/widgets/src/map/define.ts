import { YeelenMapElement } from "./map-element.ts";

/** Registers `<yeelen-map>`; a page that loads two versions keeps the first. */
if (globalThis.customElements && !customElements.get("yeelen-map"))
  customElements.define("yeelen-map", YeelenMapElement);

declare global {
  interface HTMLElementTagNameMap {
    "yeelen-map": YeelenMapElement;
  }
}

export { YeelenMapElement };
