import { error } from "@sveltejs/kit";
import { languages } from "$lib/language/languages.ts";
import { flowMapFile, flowMapOf, flowMapWidths } from "$lib/maps/flow-map.ts";
import { flowRequest, servedFlow } from "$lib/server/served-flow.ts";
import { tellerOf } from "$lib/server/teller.ts";
import type { EntryGenerator, RequestHandler } from "./$types";

export const prerender = true;
export const trailingSlash = "never";

export const entries: EntryGenerator = () =>
  languages.flatMap(({ tag }) => flowMapWidths.map((width) => ({ lang: tag, width: String(width) })));

/** The map of the flows that the page shows first, as a picture of its own. */
export const GET: RequestHandler = async ({ params }) => {
  const width = flowMapWidths.find((known) => String(known) === params.width);
  if (!width) error(404);
  const t = await tellerOf(params.lang);
  const { request, names } = await flowRequest(servedFlow, t);
  const lay = await flowMapOf(t.language.tag);
  return new Response(flowMapFile(lay(request, { names }, width)), {
    headers: { "content-type": "image/svg+xml" },
  });
};
