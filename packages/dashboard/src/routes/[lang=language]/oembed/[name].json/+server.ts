import { error, json } from "@sveltejs/kit";
import { languages } from "$lib/language/languages.ts";
import { origin } from "$lib/origin.ts";
import { oembedOf } from "$lib/server/oembed.ts";
import { pageChartNames } from "$lib/server/page-chart.ts";
import { tellerOf } from "$lib/server/teller.ts";
import type { EntryGenerator, RequestHandler } from "./$types";

export const prerender = true;
export const trailingSlash = "never";

/** None where the site does not know its own address: a frame on another page needs the whole of it. */
export const entries: EntryGenerator = async () => {
  if (origin === "") return [];
  const names = await pageChartNames();
  return languages.flatMap(({ tag }) => names.map((name) => ({ lang: tag, name })));
};

/** What a platform that was given the address of a page shows in its place. */
export const GET: RequestHandler = async ({ params }) => {
  const answer = origin === "" ? undefined : await oembedOf(params.name, origin, await tellerOf(params.lang));
  if (!answer) error(404);
  return json(answer);
};
