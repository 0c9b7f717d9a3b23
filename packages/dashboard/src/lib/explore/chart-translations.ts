import type { LanguageTag } from "$lib/language/languages.ts";
import type { Translations } from "$lib/language/catalogue.ts";

const catalogues: Readonly<Record<LanguageTag, () => Promise<{ readonly default: Translations }>>> = {
  en: async () => ({ default: {} }),
  fr: () => import("../../../../../data/translations/fr.json"),
  es: () => import("../../../../../data/translations/es.json"),
  pt: () => import("../../../../../data/translations/pt.json"),
  ar: () => import("../../../../../data/translations/ar.json"),
  ru: () => import("../../../../../data/translations/ru.json"),
  uk: () => import("../../../../../data/translations/uk.json"),
};

/** The texts of the catalogue in the language of a chart, which need not be the page's. */
export async function chartTranslations(lang: LanguageTag): Promise<Translations> {
  return (await catalogues[lang]()).default;
}
