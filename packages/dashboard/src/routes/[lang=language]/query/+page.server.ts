import guide from "../../../../../../docs/query.md?raw";
import { sqlExamples } from "$lib/explore/sql-examples.ts";
import { languageOf } from "$lib/language/languages.ts";
import { messagesOf } from "$lib/language/messages.ts";
import { phrasesUnder } from "$lib/language/phrases.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ params }) => ({
  examples: sqlExamples(guide),
  phrases: phrasesUnder(await messagesOf(languageOf(params.lang).tag), [
    "query.",
    "absence.",
    "chart.caveat",
    "nav.data",
  ]),
});
