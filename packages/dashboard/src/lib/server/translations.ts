import type { Translations } from "$lib/language/catalogue.ts";
import type { LanguageTag } from "$lib/language/languages.ts";

const translations: Readonly<Record<LanguageTag, () => Promise<{ readonly default: Translations }>>> = {
  en: () => Promise.resolve({ default: {} }),
  fr: () => import("../../../../../data/translations/fr.json"),
  es: () => import("../../../../../data/translations/es.json"),
  pt: () => import("../../../../../data/translations/pt.json"),
  ar: () => import("../../../../../data/translations/ar.json"),
  ru: () => import("../../../../../data/translations/ru.json"),
  uk: () => import("../../../../../data/translations/uk.json"),
};

/** The catalogue's texts in a language; none for English, in which they are written. */
export async function translationsInto(tag: LanguageTag): Promise<Translations> {
  return (await translations[tag]()).default;
}
