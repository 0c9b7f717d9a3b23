import { address } from "../address.ts";
import type { LanguageTag } from "../language/languages.ts";
import type { SearchFile } from "./entries.ts";
import type { Find } from "./find.ts";

export interface OpenSearch {
  readonly find: Find;
  readonly words: SearchFile["words"];
  /** `3 results`. */
  count(results: number): string;
}

const opened = new Map<LanguageTag, Promise<OpenSearch>>();

/** Fetches what can be found in a language, and the means to find it, once; tried anew after a failure. */
export function openSearch(lang: LanguageTag): Promise<OpenSearch> {
  let search = opened.get(lang);
  if (!search) {
    search = open(lang);
    opened.set(lang, search);
    search.catch(() => opened.delete(lang));
  }
  return search;
}

async function open(lang: LanguageTag): Promise<OpenSearch> {
  const [response, { finder }] = await Promise.all([
    fetch(address(lang, "search.json")),
    import("./find.ts"),
  ]);
  if (!response.ok) throw new Error(`search not loaded: ${response.url} answered ${response.status}`);
  const { entries, words } = (await response.json()) as SearchFile;
  const plural = new Intl.PluralRules(words.locale);
  const numbers = new Intl.NumberFormat(words.locale, { numberingSystem: "latn" });
  return {
    find: finder(entries),
    words,
    count: (results) =>
      (words.count[plural.select(results)] ?? words.count.other ?? "{count}").replace(
        "{count}",
        numbers.format(results),
      ),
  };
}
