import type { Messages } from "@yeelen/charts";

/** Texts of the languages beside English, each loaded when a page is in it. The imports are typed by their English twin. */
export const languages: Readonly<Record<string, () => Promise<{ readonly default: object }>>> = {
  ar: () => import("@yeelen/charts/messages/ar.json"),
  es: () => import("@yeelen/charts/messages/es.json"),
  fr: () => import("@yeelen/charts/messages/fr.json"),
  pt: () => import("@yeelen/charts/messages/pt.json"),
  ru: () => import("@yeelen/charts/messages/ru.json"),
  uk: () => import("@yeelen/charts/messages/uk.json"),
};

/** The texts of a locale's language; undefined for one without texts. */
export async function messagesOf(locale: string): Promise<Messages | undefined> {
  const load = languages[locale.split("-")[0] ?? ""];
  return load && ((await load()).default as Messages);
}
