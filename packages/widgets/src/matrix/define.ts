import { YeelenMatrixElement } from "./matrix-element.ts";

/** Registers `<yeelen-matrix>`; a page that loads two versions keeps the first. */
if (globalThis.customElements && !customElements.get("yeelen-matrix"))
  customElements.define("yeelen-matrix", YeelenMatrixElement);

declare global {
  interface HTMLElementTagNameMap {
    "yeelen-matrix": YeelenMatrixElement;
  }
}

export { YeelenMatrixElement };
