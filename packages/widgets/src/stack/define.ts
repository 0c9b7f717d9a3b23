import { YeelenStackElement } from "./stack-element.ts";

/** Registers `<yeelen-stack>`; a page that loads two versions keeps the first. */
if (globalThis.customElements && !customElements.get("yeelen-stack"))
  customElements.define("yeelen-stack", YeelenStackElement);

declare global {
  interface HTMLElementTagNameMap {
    "yeelen-stack": YeelenStackElement;
  }
}

export { YeelenStackElement };
