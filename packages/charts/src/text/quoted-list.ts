/** Names for a slot of a text, as the language writes lists; where the text sets the slot in quotation marks, each name has its own. */
export function quotedList(template: string, slot: string, names: readonly string[], locale: string): string {
  const [, open = "", close = ""] = new RegExp(`(«\\s?)?\\{${slot}\\}(\\s?»)?`).exec(template) ?? [];
  return new Intl.ListFormat(locale)
    .formatToParts(names)
    .map(({ type, value }) => (type === "literal" ? `${close}${value}${open}` : value))
    .join("");
}
