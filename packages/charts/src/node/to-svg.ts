import { attributeText, type SvgNode } from "./svg-node.ts";

/** Markup of a tree, valid both as XML (SVG files) and inside an HTML page. The one place where text is escaped. */
export function toSvg(node: SvgNode, inSvg = false): string {
  if (typeof node === "string") return escape(node);
  const [tag, attributes, children = []] = node;
  const svg = inSvg || tag === "svg";
  const open = `<${name(tag)}${Object.entries(attributes).map(attribute).join("")}`;
  if (children.length === 0 && (svg || /^(img|link|meta|source)$/.test(tag))) return `${open}/>`;
  return `${open}>${children.map((child) => toSvg(child, svg)).join("")}</${tag}>`;
}

function attribute([key, value]: [string, Parameters<typeof attributeText>[0]]): string {
  const text = attributeText(value);
  return text === null ? "" : ` ${name(key)}="${escape(text)}"`;
}

function name(text: string): string {
  if (/^[a-z][\w:-]*$/i.test(text)) return text;
  throw new Error(`not a name of an element or attribute: ${JSON.stringify(text)}`);
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML knows no way to write most control characters and lone surrogates: they become U+FFFD, as in HTML. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ud800-\udfff\ue000-\ufffd]/g, "\ufffd")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
