import { tellerOf } from "$lib/server/teller.ts";
import type { PageServerLoad } from "./$types";

const aspects = ["article", "what", "why", "consent", "border", "against", "rights"] as const;
const terms = ["detected", "suppressed", "notReported", "conflicting", "rate", "break"] as const;
const guide = ["1", "2", "3", "4", "5", "6"] as const;

/** The two crimes side by side, the terms of this site, and how to read its figures. */
export const load: PageServerLoad = async ({ params }) => {
  const t = await tellerOf(params.lang);
  return {
    words: {
      title: t.say("definitions.title"),
      description: t.say("definitions.description"),
      two: t.say("definitions.two"),
      lead: t.say("definitions.two.lead"),
      aspect: t.say("definitions.aspect"),
      trafficking: t.say("definitions.trafficking"),
      smuggling: t.say("definitions.smuggling"),
      note: t.say("definitions.note"),
      terms: t.say("definitions.terms"),
      guide: t.say("definitions.guide"),
    },
    aspects: aspects.map((aspect) => ({
      name: t.say(`definitions.${aspect}`),
      trafficking: t.say(`definitions.${aspect}.trafficking`),
      smuggling: t.say(`definitions.${aspect}.smuggling`),
    })),
    terms: terms.map((term) => ({
      id: term,
      name: t.say(`definitions.term.${term}`),
      text: t.say(`definitions.term.${term}.text`),
    })),
    guide: guide.map((step) => t.say(`definitions.guide.${step}`)),
  };
};
