import { languages } from "$lib/language/languages.ts";
import { kinds } from "$lib/search/entries.ts";
import { entriesOf } from "$lib/server/search-file.ts";
import { tellerOf } from "$lib/server/teller.ts";
import type { EntryGenerator, PageServerLoad } from "./$types";

export const entries: EntryGenerator = () => languages.map(({ tag }) => ({ lang: tag }));

/** Everything by name, for those who search without JavaScript or would rather read a list. */
export const load: PageServerLoad = async ({ params }) => {
  const t = await tellerOf(params.lang);
  const found = await entriesOf(t);
  return {
    words: {
      title: t.say("search.title"),
      description: t.say("search.description"),
      results: t.say("search.results"),
    },
    groups: kinds.map((kind) => ({
      kind,
      name: t.say(`search.kinds.${kind}`),
      entries: found
        .filter((entry) => entry.kind === kind)
        .map(({ id, title, text }) => ({ id, title, text })),
    })),
  };
};
