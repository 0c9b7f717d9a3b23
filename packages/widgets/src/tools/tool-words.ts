import en from "../messages/en.json";

/** What the reader's tools say, in one language. */
export type ToolWords = typeof en;

/** Languages a figure speaks, by their own names. */
export const languageNames: Readonly<Record<string, string>> = {
  en: "English",
  fr: "Français",
  es: "Español",
  pt: "Português",
  ar: "العربية",
  ru: "Русский",
  uk: "Українська",
};

const languages: Readonly<Record<string, () => Promise<{ readonly default: ToolWords }>>> = {
  ar: () => import("../messages/ar.json"),
  es: () => import("../messages/es.json"),
  fr: () => import("../messages/fr.json"),
  pt: () => import("../messages/pt.json"),
  ru: () => import("../messages/ru.json"),
  uk: () => import("../messages/uk.json"),
};

/** The words for a locale; English for a language without them. */
export async function toolWords(locale = "en"): Promise<ToolWords> {
  const load = languages[locale.split("-")[0] ?? ""];
  return load ? (await load()).default : en;
}
