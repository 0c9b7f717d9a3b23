import type { Messages } from "@yeelen/charts";

/** The language a figure speaks, and its texts; English for a language without texts. */
export interface Language {
  /** BCP 47. */
  readonly locale: string;
  readonly messages?: Messages;
}

/** The language of an element: its own `lang`, else the nearest one around it. Texts beside the English ones are loaded. */
export async function languageOf(element: Element): Promise<Language> {
  const locale = element.closest("[lang]")?.getAttribute("lang") || "en";
  if (/^en/.test(locale)) return { locale };
  const messages = await (await import("./languages.ts")).messagesOf(locale);
  return messages ? { locale, messages } : { locale: "en" };
}
