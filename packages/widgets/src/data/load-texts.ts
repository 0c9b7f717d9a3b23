import type { Translations } from "@yeelen/charts/translations";
import type { Settings } from "../element/settings.ts";

/** The same for all that an element shows: its indicators, or events. */
export async function loadTextsOf(
  { src, field }: Pick<Settings, "src" | "field">,
  locale?: string,
): Promise<Translations> {
  const indicators = (field("indicator") ?? "response-events").split(/\s+/);
  const texts = await Promise.all(indicators.map((indicator) => loadTexts(src, indicator, locale)));
  return Object.assign({}, ...texts) as Translations;
}

const underway = new Map<string, Promise<Translations>>();

/**
 * What stands beside an indicator's figures in a language, from where its figures are, checked as they are; none for
 * English, and none where a host has not published them.
 */
export function loadTexts(src: URL, indicator: string, locale = "en"): Promise<Translations> {
  const language = locale.slice(0, 2);
  const path = `texts/${indicator}.${language}.json`;
  const { href } = new URL(path, src);
  let texts = underway.get(href);
  if (!texts) {
    texts =
      language === "en"
        ? Promise.resolve({})
        : import("./fetch-texts.ts").then(({ fetchTexts }) => fetchTexts(src, path));
    underway.set(href, texts);
    texts.catch(() => underway.delete(href));
  }
  return texts;
}
