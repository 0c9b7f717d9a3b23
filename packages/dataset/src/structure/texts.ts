/** A text in each language that has one, by BCP 47 tag: `{ en: "Total", ar: "المجموع" }`. */
export type Texts = Readonly<Record<string, string>>;

/** The text in the reader's language, else in the first of `fallbacks` that has one, else in any, with the language it is in. */
export function textIn(
  texts: Texts,
  language: string,
  fallbacks: readonly string[] = ["en"],
): { readonly text: string; readonly language: string } {
  for (const wanted of [language, ...fallbacks]) {
    const text = Object.hasOwn(texts, wanted) ? texts[wanted] : undefined;
    if (text !== undefined) return { text, language: wanted };
  }
  const [first] = Object.entries(texts);
  return { text: first?.[1] ?? "", language: first?.[0] ?? language };
}
