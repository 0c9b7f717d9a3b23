import { figures } from "$lib/server/figures.ts";
import { successions } from "$lib/server/release-history.ts";
import { tellerOf } from "$lib/server/teller.ts";
import { changeKinds, countKinds, tellChanges } from "$lib/story/changes.ts";
import type { PageServerLoad } from "./$types";

/** Every release against the one before it: counted by indicator, and each changed figure listed. */
export const load: PageServerLoad = async ({ params }) => {
  const t = await tellerOf(params.lang);
  const { catalog, indicators } = await figures();
  const titles = new Map(indicators.map(({ id, title }) => [id, t.indicator(id, title)]));
  const pairs = (await successions()).map(({ dataset, title, from, to, counts, changes }) => {
    const told = tellChanges(changes, t);
    const all = countKinds(told.flatMap(({ lines }) => lines));
    return {
      id: `${dataset}-${to}`,
      heading: t.say("changes.heading", { title: t.text(title), from, to }),
      command: `npx yeelen diff ${dataset}/${from} ${dataset}/${to}`,
      same: `${t.say("changes.same")}: ${t.number(counts.same)}`,
      withheld: all.withheld > 0 ? t.say("changes.withheld.note") : null,
      rows: [
        ...told.map(({ indicator, counts: own }) => ({
          name: titles.get(indicator) ?? indicator,
          cells: changeKinds.map((kind) => t.number(own[kind])),
        })),
        {
          name: t.say("changes.all"),
          cells: changeKinds.map((kind) => t.number(all[kind])),
        },
      ],
      lists: told.map(({ indicator, lines }) => ({
        indicator,
        title: titles.get(indicator) ?? indicator,
        count: t.say("changes.list", { count: lines.length }),
        lines: changeKinds.flatMap((kind) => lines.filter((line) => line.kind === kind)),
      })),
    };
  });
  return {
    pairs,
    held: catalog.catalog.datasets.length,
    kinds: Object.fromEntries(changeKinds.map((kind) => [kind, t.say(`changes.${kind}`)])),
    words: {
      title: t.say("changes.title"),
      description: t.say("changes.description"),
      lead: t.say("changes.lead"),
      none: t.say("changes.none"),
      indicator: t.say("unknown.indicator"),
      country: t.say("compare.country"),
      year: t.say("home.column.year"),
      parts: t.say("explore.control.by"),
      total: t.say("explore.by.none"),
      what: t.say("changes.column.what"),
      csv: t.say("changes.csv"),
      data: t.say("data.title"),
    },
  };
};
