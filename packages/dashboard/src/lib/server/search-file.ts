import { areas } from "@yeelen/dataset";
import countries from "i18n-iso-countries";
import ar from "i18n-iso-countries/langs/ar.json" with { type: "json" };
import en from "i18n-iso-countries/langs/en.json" with { type: "json" };
import es from "i18n-iso-countries/langs/es.json" with { type: "json" };
import fr from "i18n-iso-countries/langs/fr.json" with { type: "json" };
import pt from "i18n-iso-countries/langs/pt.json" with { type: "json" };
import ru from "i18n-iso-countries/langs/ru.json" with { type: "json" };
import uk from "i18n-iso-countries/langs/uk.json" with { type: "json" };
import { languages, type LanguageTag } from "$lib/language/languages.ts";
import { messagesOf, type MessageKey } from "$lib/language/messages.ts";
import type { Teller } from "$lib/language/teller.ts";
import type { Entry, Kind, SearchFile } from "$lib/search/entries.ts";
import otherWords from "$lib/search/other-words.json" with { type: "json" };
import { terms } from "./terms.ts";
import { figures } from "./figures.ts";
import { tellerOf } from "./teller.ts";

for (const names of [ar, en, es, fr, pt, ru, uk]) countries.registerLocale(names);

/** Pages that are no country, indicator or term, each with the phrases of its title and of what it holds. */
const pages = [
  ["compare/", "compare.title", "compare.description"],
  ["flows/", "flows.title", "flows.description"],
  ["response/", "response.title", "response.description"],
  ["query/", "query.title", "query.description"],
  ["data/", "data.title", "data.description"],
  ["data/methodology/", "methodology.short", "methodology.description"],
  ["data/changes/", "changes.title", "changes.description"],
  ["verify/", "verify.title", "verify.description"],
  ["definitions/", "definitions.title", "definitions.description"],
] as const satisfies readonly (readonly [string, MessageKey, MessageKey])[];

/** Everything that can be looked for in one language, with the words around it. */
export async function searchFile(t: Teller): Promise<SearchFile> {
  const messages = await messagesOf(t.language.tag);
  const count = messages["search.count"];
  return {
    entries: await entriesOf(t),
    words: {
      none: t.say("search.none"),
      failed: t.say("search.failed"),
      kinds: kindWords(t),
      count: typeof count === "string" ? { other: count } : count,
      locale: t.language.locale,
    },
  };
}

export function kindWords(t: Teller): Readonly<Record<Kind, string>> {
  return {
    country: t.say("search.kind.country"),
    indicator: t.say("search.kind.indicator"),
    term: t.say("search.kind.term"),
    page: t.say("search.kind.page"),
  };
}

/** In the order of the alphabet; other names are those of every language of the site. */
export async function entriesOf(t: Teller): Promise<readonly Entry[]> {
  const { indicators } = await figures();
  const tellers = await Promise.all(languages.map(({ tag }) => tellerOf(tag)));
  const also = (id: string, names: readonly string[]) =>
    [...new Set([...names, otherWordsOf(id, "en"), otherWordsOf(id, t.language.tag)])]
      .filter((name) => name !== "")
      .join(", ");

  const entries: Entry[] = [
    ...areas.map(({ code, m49 }) => {
      const id = `country/${code}/`;
      const alpha2 = countries.alpha3ToAlpha2(code) ?? "";
      const names = tellers.flatMap(({ area, language: { tag } }) => [
        area(code),
        ...(countries.getName(code, tag, { select: "all" }) ?? []),
      ]);
      return {
        id,
        kind: "country" as const,
        title: t.area(code),
        text: "",
        also: also(id, [code, alpha2, m49, ...names]),
      };
    }),
    ...indicators.map((about) => {
      const id = `indicator/${about.id}/`;
      return {
        id,
        kind: "indicator" as const,
        title: t.indicator(about.id, about.title),
        text: t.text(about.definition),
        also: also(id, [about.id, ...tellers.map((one) => one.indicator(about.id, about.title))]),
      };
    }),
    ...terms.map(({ id, name, text }) => ({
      id: `definitions/#${id}`,
      kind: "term" as const,
      title: t.say(name),
      text: t.say(text),
      also: also(
        `definitions/#${id}`,
        tellers.map((one) => one.say(name)),
      ),
    })),
    ...pages.map(([id, title, text]) => ({
      id,
      kind: "page" as const,
      title: t.say(title),
      text: t.say(text),
      also: also(id, []),
    })),
  ];
  return entries.sort((a, b) => t.compare(a.title, b.title));
}

function otherWordsOf(id: string, tag: LanguageTag): string {
  const words: Readonly<Record<string, string>> = otherWords[tag];
  return words[id] ?? "";
}
