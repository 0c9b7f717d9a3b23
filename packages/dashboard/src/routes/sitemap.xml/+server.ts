import { areas } from "@yeelen/dataset";
import { languages } from "$lib/language/languages.ts";
import { origin } from "$lib/origin.ts";
import { figures } from "$lib/server/figures.ts";
import type { RequestHandler } from "./$types";

export const prerender = true;

const places = ["", "compare/", "flows/", "response/", "query/", "data/", "definitions/"];

/** Every page in every language. Without an origin there is nothing absolute to list, and the list is empty. */
export const GET: RequestHandler = async () => {
  const { indicators } = await figures();
  const paths = [
    ...places,
    ...areas.map(({ code }) => `country/${code}/`),
    ...indicators.map(({ id }) => `indicator/${id}/`),
  ];
  const entries = origin === "" ? [] : paths.flatMap((path) => languages.map(({ tag }) => entry(path, tag)));
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join("\n")}
</urlset>
`;
  return new Response(body, { headers: { "content-type": "application/xml" } });
};

function entry(path: string, lang: string): string {
  const alternates = languages
    .map(({ tag }) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${origin}${tag}/${path}"/>`)
    .join("");
  return `<url><loc>${origin}${lang}/${path}</loc>${alternates}</url>`;
}
