import { error } from "@sveltejs/kit";
import { languages } from "$lib/language/languages.ts";
import { mapFile, mapWidths } from "$lib/server/country-map.ts";
import { tellerOf } from "$lib/server/teller.ts";
import type { EntryGenerator, RequestHandler } from "./$types";

export const prerender = true;
export const trailingSlash = "never";

export const entries: EntryGenerator = () =>
  languages.flatMap(({ tag }) => mapWidths.map((width) => ({ lang: tag, width: String(width) })));

/** The map of the countries as a picture of its own, so that no page carries it. */
export const GET: RequestHandler = async ({ params }) => {
  const width = mapWidths.find((known) => String(known) === params.width);
  if (!width) error(404);
  return new Response(await mapFile(width, await tellerOf(params.lang)), {
    headers: { "content-type": "image/svg+xml" },
  });
};
