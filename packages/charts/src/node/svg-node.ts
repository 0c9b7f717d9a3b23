/** Attributes of one element; `true` is written as an empty value, `false` and `undefined` not at all. Numbers keep two decimals. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** One element as plain data: what is inside `svg` is SVG, all else HTML. */
export type SvgElement = readonly [tag: string, attributes: Attributes, children?: readonly SvgNode[]];

/** Text or an element. Text stays text: it is escaped when written, never parsed. */
export type SvgNode = string | SvgElement;

/** The text of an attribute, or null where the attribute is left out. */
export function attributeText(value: Attributes[string]): string | null {
  if (value === undefined || value === false) return null;
  if (value === true) return "";
  return typeof value === "number" ? String(Math.round(value * 100) / 100) : value;
}
