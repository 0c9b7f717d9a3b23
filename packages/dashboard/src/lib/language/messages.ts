import en from "../../messages/en.json" with { type: "json" };
import type { LanguageTag } from "./languages.ts";

export type MessageKey = keyof typeof en;
/** A phrase, or one for each plural category of the language (CLDR: zero, one, two, few, many, other). */
export type Message = string | ({ readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
export type Messages = Readonly<Record<MessageKey, Message>>;

const catalogues: Readonly<Record<LanguageTag, () => Promise<Messages>>> = {
  en: async () => en,
  fr: async () => (await import("../../messages/fr.json", { with: { type: "json" } })).default,
  es: async () => (await import("../../messages/es.json", { with: { type: "json" } })).default,
  pt: async () => (await import("../../messages/pt.json", { with: { type: "json" } })).default,
  ar: async () => (await import("../../messages/ar.json", { with: { type: "json" } })).default,
  ru: async () => (await import("../../messages/ru.json", { with: { type: "json" } })).default,
  uk: async () => (await import("../../messages/uk.json", { with: { type: "json" } })).default,
};

/** The phrases of a language, loaded when first asked for. */
export function messagesOf(tag: LanguageTag): Promise<Messages> {
  return catalogues[tag]();
}
