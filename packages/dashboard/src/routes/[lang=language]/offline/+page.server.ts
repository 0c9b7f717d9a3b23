import { languages } from "$lib/language/languages.ts";
import { tellerOf } from "$lib/server/teller.ts";
import type { EntryGenerator, PageServerLoad } from "./$types";

export const entries: EntryGenerator = () => languages.map(({ tag }) => ({ lang: tag }));

export const load: PageServerLoad = async ({ params }) => {
  const t = await tellerOf(params.lang);
  return { words: { title: t.say("site.offline.title"), text: t.say("site.offline.text") } };
};
