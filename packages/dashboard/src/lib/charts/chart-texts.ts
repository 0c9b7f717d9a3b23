import type { Messages } from "@yeelen/charts";
import type { LanguageTag } from "$lib/language/languages.ts";

/** The texts of charts, each language loaded when first asked for. */
export const chartTexts: Readonly<Record<LanguageTag, () => Promise<Messages>>> = {
  en: async () => (await import("@yeelen/charts/english")).en,
  fr: async () => (await import("@yeelen/charts/messages/fr.json")).default,
  es: async () => (await import("@yeelen/charts/messages/es.json")).default,
  pt: async () => (await import("@yeelen/charts/messages/pt.json")).default,
  ar: async () => (await import("@yeelen/charts/messages/ar.json")).default,
  ru: async () => (await import("@yeelen/charts/messages/ru.json")).default,
  uk: async () => (await import("@yeelen/charts/messages/uk.json")).default,
};
