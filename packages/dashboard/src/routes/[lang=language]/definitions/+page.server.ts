import { tellerOf } from "$lib/server/teller.ts";
import { dayOf } from "$lib/story/response.ts";
import type { PageServerLoad } from "./$types";

const aspects = [
  "article",
  "what",
  "why",
  "consent",
  "child",
  "border",
  "against",
  "punish",
  "rights",
] as const;
const terms = [
  "detected",
  "offence",
  "justice",
  "citizenship",
  "rate",
  "suppressed",
  "notReported",
  "notApplicable",
  "conflicting",
  "break",
  "release",
  "verified",
] as const;
const guide = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** Since when each Protocol is in force, and where the depositary keeps its text. */
const protocols = {
  trafficking: {
    force: "2003-12-25",
    url: "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-12-a&chapter=18",
  },
  smuggling: {
    force: "2004-01-28",
    url: "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-12-b&chapter=18",
  },
} as const;

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
      read: t.say("definitions.read"),
      contents: t.say("site.contents"),
      terms: t.say("definitions.terms"),
      guide: t.say("definitions.guide"),
    },
    aspects: [
      ...aspects.map((aspect) => ({
        name: t.say(`definitions.${aspect}`),
        trafficking: t.say(`definitions.${aspect}.trafficking`),
        smuggling: t.say(`definitions.${aspect}.smuggling`),
      })),
      {
        name: t.say("definitions.force"),
        trafficking: dayOf(protocols.trafficking.force, t),
        smuggling: dayOf(protocols.smuggling.force, t),
      },
    ],
    texts: { trafficking: protocols.trafficking.url, smuggling: protocols.smuggling.url },
    terms: terms.map((term) => ({
      id: term,
      name: t.say(`definitions.term.${term}`),
      text: t.say(`definitions.term.${term}.text`),
    })),
    guide: guide.map((step) => t.say(`definitions.guide.${step}`)),
  };
};
