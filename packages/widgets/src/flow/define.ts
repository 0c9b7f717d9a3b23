import { YeelenFlowElement } from "./flow-element.ts";

/** Registers `<yeelen-flow>`; a page that loads two versions keeps the first. */
if (globalThis.customElements && !customElements.get("yeelen-flow"))
  customElements.define("yeelen-flow", YeelenFlowElement);

declare global {
  interface HTMLElementTagNameMap {
    "yeelen-flow": YeelenFlowElement;
  }
}

export { YeelenFlowElement };
