import type { Handle } from "@sveltejs/kit";
import { isLanguageTag, languageOf } from "$lib/language/languages.ts";
import { fromAnyAddress } from "$lib/server/lost-page.ts";
import { paintFirst } from "$lib/server/paint-first.ts";

/** Pages that show little before their scripts run. */
const tools = /\/(embed|events|query|search|verify)$/;

/** Writes the language and the direction of the address into `<html>`, and lets the page be painted before its scripts. */
export const handle: Handle = ({ event, resolve }) => {
  const tag = event.params.lang;
  const language = languageOf(tag !== undefined && isLanguageTag(tag) ? tag : "en");
  const modules: string[] = [];
  const rests = !tools.test(event.route.id ?? "");
  return resolve(event, {
    preload: ({ type, path }) => {
      if (type === "js") modules.push(path);
      return type === "css";
    },
    transformPageChunk: ({ html: shell }) => {
      const html = shell.replace("%lang%", language.tag).replace("%dir%", language.dir);
      return event.route.id?.endsWith("/404")
        ? fromAnyAddress(html, language.tag)
        : paintFirst(html, modules, { rests });
    },
  });
};
