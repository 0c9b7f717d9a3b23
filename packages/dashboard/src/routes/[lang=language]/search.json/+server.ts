import { json } from "@sveltejs/kit";
import { languages } from "$lib/language/languages.ts";
import { searchFile } from "$lib/server/search-file.ts";
import { tellerOf } from "$lib/server/teller.ts";
import type { EntryGenerator, RequestHandler } from "./$types";

export const prerender = true;
export const trailingSlash = "never";

export const entries: EntryGenerator = () => languages.map(({ tag }) => ({ lang: tag }));

/** What the search box asks for once a reader turns to it. */
export const GET: RequestHandler = async ({ params }) => json(await searchFile(await tellerOf(params.lang)));
