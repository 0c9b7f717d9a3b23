import countries from "i18n-iso-countries";
import { chartTexts } from "$lib/charts/chart-texts.ts";
import { isLanguageTag, languageOf } from "$lib/language/languages.ts";
import { messagesOf } from "$lib/language/messages.ts";
import { translationsInto } from "./translations.ts";
import { teller, type Teller } from "$lib/language/teller.ts";

const tellers = new Map<string, Promise<Teller>>();

/** The teller of a language, made once, with the names of all countries. */
export function tellerOf(tag: string): Promise<Teller> {
  if (!isLanguageTag(tag)) throw new Error(`unknown language: ${tag}`);
  let made = tellers.get(tag);
  if (!made) {
    made = Promise.all([messagesOf(tag), chartTexts[tag](), translationsInto(tag)]).then(
      ([messages, names, translations]) =>
        teller(messages, languageOf(tag), {
          alpha2: (code) => countries.alpha3ToAlpha2(code),
          names,
          translations,
        }),
    );
    tellers.set(tag, made);
  }
  return made;
}
