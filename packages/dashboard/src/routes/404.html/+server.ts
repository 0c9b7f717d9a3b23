import { languages, type LanguageTag } from "$lib/language/languages.ts";
import { inAllLanguages, lostPage } from "$lib/server/lost-page.ts";
import type { RequestHandler } from "./$types";

export const prerender = true;
export const trailingSlash = "never";

/** What a host sends where there is no page and it looks in no language's folder for one: the same page, in all languages. */
export const GET: RequestHandler = async ({ fetch }) => {
  const pages = new Map<LanguageTag, string>();
  for (const { tag } of languages) pages.set(tag, await (await fetch(`/${lostPage(tag)}`)).text());
  return new Response(inAllLanguages(pages), { headers: { "content-type": "text/html; charset=utf-8" } });
};
