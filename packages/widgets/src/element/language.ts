import type { Messages } from "@yeelen/charts";

/** The language a figure speaks, and its texts; English for a language without texts. */
export interface Language {
  /** BCP 47. */
  readonly locale: string;
  readonly messages?: Messages;
}

/** The language tag of an element: its own `lang`, else that of the static figure it holds, else the nearest one around it. */
export function languageTag(element: HTMLElement): string {
  return (
    element.lang ||
    element.querySelector("figure")?.lang ||
    element.closest<HTMLElement>("[lang]")?.lang ||
    "en"
  );
}

/** The language of an element. Texts beside the English ones are loaded. */
export async function languageOf(element: HTMLElement): Promise<Language> {
  const locale = languageTag(element);
  if (/^en/.test(locale)) return { locale };
  const messages = await (await import("./languages.ts")).messagesOf(locale);
  return messages ? { locale, messages } : { locale: "en" };
}
