import type { Translations } from "@yeelen/charts/translations";

const underway = new Map<string, Promise<Translations>>();

/**
 * What stands beside an indicator's figures in a language, from where its figures are; none for English, and none where a
 * host has not published them: words then stay English, which is better than no figure.
 */
export function loadTexts(src: URL, indicator: string, locale = "en"): Promise<Translations> {
  const language = locale.slice(0, 2);
  const { href } = new URL(`texts/${indicator}.${language}.json`, src);
  let texts = underway.get(href);
  if (!texts) {
    texts = language === "en" ? Promise.resolve({}) : fetchTexts(href);
    underway.set(href, texts);
    texts.catch(() => underway.delete(href));
  }
  return texts.catch(() => ({}));
}

async function fetchTexts(href: string): Promise<Translations> {
  const response = await fetch(href, {
    credentials: "same-origin",
    referrerPolicy: "no-referrer",
    cache: "no-cache",
  });
  const texts: unknown = response.ok ? await response.json() : {};
  const entries = Object.entries(texts ?? {}).filter(([, text]) => typeof text === "string");
  return Object.fromEntries(entries) as Translations;
}
