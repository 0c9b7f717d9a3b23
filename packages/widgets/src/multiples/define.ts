import { YeelenMultiplesElement } from "./multiples-element.ts";

/** Registers `<yeelen-multiples>`; a page that loads two versions keeps the first. */
if (globalThis.customElements && !customElements.get("yeelen-multiples"))
  customElements.define("yeelen-multiples", YeelenMultiplesElement);

declare global {
  interface HTMLElementTagNameMap {
    "yeelen-multiples": YeelenMultiplesElement;
  }
}

export { YeelenMultiplesElement };
