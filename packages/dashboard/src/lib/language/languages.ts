/** A language of the site: its tag in the address, its own name, its direction, the locale of its numbers. */
export interface Language {
  readonly tag: LanguageTag;
  readonly name: string;
  readonly dir: "ltr" | "rtl";
  readonly locale: string;
}

export type LanguageTag = "en" | "fr" | "es" | "pt" | "ar" | "ru" | "uk";

export const languages: readonly Language[] = [
  { tag: "en", name: "English", dir: "ltr", locale: "en-GB" },
  { tag: "fr", name: "Français", dir: "ltr", locale: "fr" },
  { tag: "es", name: "Español", dir: "ltr", locale: "es" },
  { tag: "pt", name: "Português", dir: "ltr", locale: "pt-BR" },
  { tag: "ar", name: "العربية", dir: "rtl", locale: "ar-u-nu-latn" },
  { tag: "ru", name: "Русский", dir: "ltr", locale: "ru" },
  { tag: "uk", name: "Українська", dir: "ltr", locale: "uk" },
];

export function isLanguageTag(tag: string): tag is LanguageTag {
  return languages.some((language) => language.tag === tag);
}

/** The language of a tag. Throws on one that the site does not speak. */
export function languageOf(tag: string): Language {
  const found = languages.find((language) => language.tag === tag);
  if (!found)
    throw new Error(
      `unknown language: ${tag}; expected one of ${languages.map(({ tag }) => tag).join(", ")}`,
    );
  return found;
}
