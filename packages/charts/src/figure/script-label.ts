import type { SvgElement } from "../node/svg-node.ts";
import { label, type LabelStyle } from "./paint.ts";

/**
 * One line of text that may be of another script than its picture, as a title in its source's language is: text with
 * letters, none of them written from right to left, keeps its own order. Apart from `label`, so that a line chart's
 * script need not carry it.
 */
export function scriptLabel(text: string, style: LabelStyle): SvgElement {
  const mirrored = style.dir === "rtl" && /[\u0590-\u08ff]|^\P{L}*$/u.test(text);
  return label(text, { ...style, dir: mirrored ? "rtl" : "ltr" });
}
