import { areas } from "@yeelen/dataset";
import { languages } from "$lib/language/languages.ts";
import { origin } from "$lib/origin.ts";
import { figures } from "$lib/server/figures.ts";
import type { RequestHandler } from "./$types";

export const prerender = true;

/** Every page that a language has, by its file; one that only the service worker or a host shows is none to be found. */
const files = Object.keys(import.meta.glob("../\\[lang=language\\]/**/+page.svelte"));
const hidden = ["offline/", "404/"];

/** Every page in every language. Without an origin there is nothing absolute to list, and the list is empty. */
export const GET: RequestHandler = async () => {
  const { indicators } = await figures();
  const slots: Readonly<Record<string, readonly string[]>> = {
    "[area=area]": areas.map(({ code }) => code),
    "[indicator]": indicators.map(({ id }) => id),
  };
  const paths = files
    .map((file) => file.replace(/^\.\.\/\[lang=language\]\/|\+page\.svelte$/g, ""))
    .filter((path) => !hidden.includes(path))
    .flatMap((path) => filled(path, slots));
  const entries = origin === "" ? [] : paths.flatMap((path) => languages.map(({ tag }) => entry(path, tag)));
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join("\n")}
</urlset>
`;
  return new Response(body, { headers: { "content-type": "application/xml" } });
};

/** A page's path with what can stand in its slot. Throws on a slot that nobody taught the sitemap. */
function filled(path: string, slots: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const slot = /\[.+?\]/.exec(path)?.[0];
  if (slot === undefined) return [path];
  const values = slots[slot];
  if (!values)
    throw new Error(`unknown slot in a page's path: ${path}; teach src/routes/sitemap.xml about it`);
  return values.map((value) => path.replace(slot, value));
}

function entry(path: string, lang: string): string {
  const link = (hreflang: string, tag: string) =>
    `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${origin}${tag}/${path}"/>`;
  const alternates = languages.map(({ tag }) => link(tag, tag)).join("");
  return `<url><loc>${origin}${lang}/${path}</loc>${alternates}${link("x-default", "en")}</url>`;
}
