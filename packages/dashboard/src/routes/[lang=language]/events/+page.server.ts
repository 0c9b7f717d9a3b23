import { languageOf } from "$lib/language/languages.ts";
import { messagesOf } from "$lib/language/messages.ts";
import { phrasesUnder } from "$lib/language/phrases.ts";
import { figures } from "$lib/server/figures.ts";
import { fileWords } from "$lib/server/file-words.ts";
import { incidentCube } from "$lib/server/incidents.ts";
import { tellerOf } from "$lib/server/teller.ts";
import type { PageServerLoad } from "./$types";

/** Deaths on routes: context, which no figure on trafficking is ever joined with. */
export const load: PageServerLoad = async ({ params }) => {
  const t = await tellerOf(params.lang);
  const { catalog, indicators, sourcesOf } = await figures();
  const about = indicators.find(({ id }) => id === "route-deaths");
  if (!about) throw new Error("unknown indicator: route-deaths is in no published dataset");
  const cube = await incidentCube();
  const [source] = sourcesOf([about.id]);
  return {
    cube,
    names: Object.fromEntries(
      cube.codes.area.map((code) => [code, code === "" ? t.say("events.area.none") : t.area(code)]),
    ),
    /** The last year of which the file holds every month. */
    whole: about.period[1],
    about: {
      definition: t.text(about.definition),
      countedBy: t.text(about.countedBy),
      caveats: about.caveats.map((caveat) => t.text(caveat)),
    },
    source: source
      ? {
          text: t.say("source.line", {
            source: `${source.publisher}, ${source.title}, ${t.say("source.release", { release: source.release })}`,
          }),
          licence: t.say("source.licence", { licence: source.licence }),
          url: source.url,
        }
      : null,
    file: { words: fileWords(t), release: (await catalog.release(about.dataset)).id },
    phrases: phrasesUnder(await messagesOf(languageOf(params.lang).tag), [
      "events.",
      "chart.caveat",
      "site.footer.boundaries",
    ]),
  };
};
