import type { ComparisonMessages } from "@yeelen/charts/matrix/comparison";
import type { LanguageTag } from "$lib/language/languages.ts";

/** What comparisons say, each language loaded when first asked for. */
export const comparisonTexts: Readonly<Record<LanguageTag, () => Promise<ComparisonMessages>>> = {
  en: async () => (await import("@yeelen/charts/messages/comparison/en.json")).default,
  fr: async () => (await import("@yeelen/charts/messages/comparison/fr.json")).default,
  es: async () => (await import("@yeelen/charts/messages/comparison/es.json")).default,
  pt: async () => (await import("@yeelen/charts/messages/comparison/pt.json")).default,
  ar: async () => (await import("@yeelen/charts/messages/comparison/ar.json")).default,
  ru: async () => (await import("@yeelen/charts/messages/comparison/ru.json")).default,
  uk: async () => (await import("@yeelen/charts/messages/comparison/uk.json")).default,
};
