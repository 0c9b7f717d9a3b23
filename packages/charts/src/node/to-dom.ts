import { attributeText, type SvgElement } from "./svg-node.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Elements of a tree, made node by node: no markup is parsed, no style attribute set, so strict host policies allow it. */
export function toDom(node: SvgElement, document: Document, inSvg = false): Element {
  const [tag, attributes, children = []] = node;
  const svg = inSvg || tag === "svg";
  const element = svg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    const text = attributeText(value);
    if (text !== null && key !== "xmlns") element.setAttribute(key, text);
  }
  for (const child of children)
    element.append(typeof child === "string" ? child : toDom(child, document, svg));
  return element;
}
