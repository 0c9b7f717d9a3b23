import type { Handle } from "@sveltejs/kit";
import { isLanguageTag, languageOf } from "$lib/language/languages.ts";

/** Writes the language and the direction of the address into `<html>`. */
export const handle: Handle = ({ event, resolve }) => {
  const tag = event.params.lang;
  const language = languageOf(tag !== undefined && isLanguageTag(tag) ? tag : "en");
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace("%lang%", language.tag).replace("%dir%", language.dir),
    preload: ({ type, path }) =>
      type === "js" || type === "css" || (type === "font" && /serif-4-latin-/.test(path)),
  });
};
