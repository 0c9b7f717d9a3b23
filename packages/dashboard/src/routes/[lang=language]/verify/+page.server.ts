import { recomputeWords } from "$lib/server/recompute-words.ts";
import { tellerOf } from "$lib/server/teller.ts";
import { verifyWords } from "$lib/server/verify-words.ts";
import type { PageServerLoad } from "./$types";

/** The page that opens a pinned address and says what became of its figures; everything on it happens in the browser. */
export const load: PageServerLoad = async ({ params }) => {
  const t = await tellerOf(params.lang);
  return {
    locale: t.language.locale,
    title: t.say("verify.title"),
    description: t.say("verify.description"),
    recompute: recomputeWords(t),
    ...(await verifyWords(t)),
  };
};
