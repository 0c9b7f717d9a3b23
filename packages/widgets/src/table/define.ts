import { YeelenTableElement } from "./table-element.ts";

/** Registers `<yeelen-table>`; a page that loads two versions keeps the first. */
if (globalThis.customElements && !customElements.get("yeelen-table"))
  customElements.define("yeelen-table", YeelenTableElement);

declare global {
  interface HTMLElementTagNameMap {
    "yeelen-table": YeelenTableElement;
  }
}

export { YeelenTableElement };
