import { languageOf, languages } from "$lib/language/languages.ts";
import { tellerOf } from "$lib/server/teller.ts";
import type { LayoutServerLoad } from "./$types";

/** The words around every page, and where they lead. Paths are relative to the language's own folder. */
export const load: LayoutServerLoad = async ({ params }) => {
  const language = languageOf(params.lang);
  const t = await tellerOf(language.tag);
  return {
    lang: language.tag,
    dir: language.dir,
    languages: languages.map(({ tag, name, dir }) => ({ tag, name, dir })),
    chrome: {
      name: t.say("site.name"),
      tagline: t.say("site.tagline"),
      skip: t.say("site.skip"),
      menu: t.say("site.menu"),
      language: t.say("site.language"),
      exit: t.say("site.exit"),
      exitHint: t.say("site.exit.hint"),
      what: t.say("site.footer.what"),
      licence: t.say("site.footer.licence"),
      boundaries: t.say("site.footer.boundaries"),
      search: t.say("search.label"),
      searchShort: t.say("search.short"),
      contents: t.say("site.contents"),
      asleep: t.say("site.asleep"),
      misread: t.say("site.misread"),
      unreachable: t.say("site.unreachable"),
      spoilt: t.say("site.spoilt"),
      unable: t.say("site.unable"),
      kept: t.say("site.kept"),
      byHand: t.say("site.byHand"),
      errorTitle: t.say("site.error.title"),
      errorMissing: t.say("site.error.missing"),
      errorFailed: t.say("site.error.failed"),
      errorHome: t.say("site.error.home"),
      errorRetry: t.say("site.error.retry"),
      helpline: t.say("site.helpline.title"),
      helplineNone: t.say("site.helpline.none"),
    },
    pages: [
      { path: "", name: t.say("nav.home") },
      { path: "indicator/victims-detected/", name: t.say("nav.explore") },
      { path: "compare/", name: t.say("nav.compare") },
      { path: "flows/", name: t.say("nav.flows") },
      { path: "events/", name: t.say("nav.events") },
      { path: "response/", name: t.say("nav.response") },
      { path: "query/", name: t.say("nav.query") },
      { path: "data/", name: t.say("nav.data") },
      { path: "definitions/", name: t.say("nav.definitions") },
    ],
  };
};
