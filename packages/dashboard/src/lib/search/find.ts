import MiniSearch, { type SearchOptions } from "minisearch";
import type { Entry } from "./entries.ts";
import { words } from "./fold.ts";

export type Find = (query: string) => readonly Entry[];

const most = 12;

/** One slip in words of four letters or more, two from six on, as when letters change places. */
const options: SearchOptions = {
  prefix: true,
  fuzzy: (term) => (term.length < 4 ? false : term.length < 6 ? 1 : 2),
  boost: { title: 4, also: 3 },
  weights: { fuzzy: 0.3, prefix: 0.6 },
  combineWith: "AND",
  boostDocument: (id) => (String(id).startsWith("country/") ? 1.5 : 1),
};

/** Looks things up by name, other name or description, in any order of the words; the best first, twelve at most. */
export function finder(entries: readonly Entry[]): Find {
  const index = new MiniSearch<Entry>({
    fields: ["title", "also", "text"],
    tokenize: words,
    processTerm: (term) => term,
  });
  index.addAll(entries);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));

  return (query) => {
    if (words(query).length === 0) return [];
    const every = index.search(query, options);
    const found = every.length > 0 ? every : index.search(query, { ...options, combineWith: "OR" });
    return found.slice(0, most).flatMap(({ id }) => byId.get(String(id)) ?? []);
  };
}
