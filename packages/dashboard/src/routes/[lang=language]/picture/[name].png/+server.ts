import { error } from "@sveltejs/kit";
import { languages } from "$lib/language/languages.ts";
import { cardSvg } from "$lib/server/picture/card.ts";
import { cardNames, cardOf } from "$lib/server/picture/cards.ts";
import { pngOf } from "$lib/server/picture/png.ts";
import { tellerOf } from "$lib/server/teller.ts";
import type { EntryGenerator, RequestHandler } from "./$types";

export const prerender = true;
export const trailingSlash = "never";

export const entries: EntryGenerator = async () => {
  const names = await cardNames();
  return languages.flatMap(({ tag }) => names.map((name) => ({ lang: tag, name })));
};

/** The picture that is shown where the address of a page is passed on. */
export const GET: RequestHandler = async ({ params }) => {
  const card = await cardOf(params.name, await tellerOf(params.lang));
  if (!card) error(404);
  return new Response(await pngOf(cardSvg(card)), { headers: { "content-type": "image/png" } });
};
