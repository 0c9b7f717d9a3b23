import { areas } from "@yeelen/dataset";
import { sourceName } from "$lib/language/source-texts.ts";
import { eventTables } from "$lib/server/events.ts";
import { figures } from "$lib/server/figures.ts";
import { responseAxis } from "$lib/server/response-axis.ts";
import { eventRow } from "$lib/server/response-tables.ts";
import { tellerOf } from "$lib/server/teller.ts";
import type { PageServerLoad } from "./$types";

/** What countries have put in place, on one time axis and as a list. */
export const load: PageServerLoad = async ({ params }) => {
  const t = await tellerOf(params.lang);
  const { treaties, events } = await eventTables();
  const { catalog } = await figures();
  const sources = (
    await Promise.all(
      ["untc-treaties", "response-events"]
        .filter((id) => catalog.catalog.datasets.some(({ dataset }) => dataset === id))
        .map((id) => catalog.release(id)),
    )
  ).flatMap(({ manifest }) => manifest.sources);

  const axis = responseAxis(
    areas.map(({ code }) => code),
    treaties,
    events,
    t,
  );

  return {
    axis: { ...axis, countries: [...axis.countries].sort((a, b) => t.compare(a.name, b.name)) },
    lists: axis.countries
      .map(({ code, name }) => ({
        code,
        name,
        events: events
          .filter((event) => event.area === code && event.kind !== "programme")
          .sort((a, b) => a.date.localeCompare(b.date))
          .map((event) => eventRow(event, t)),
      }))
      .filter(({ events }) => events.length > 0)
      .sort((a, b) => t.compare(a.name, b.name)),
    source: sources
      .map((source) =>
        t.say("source.line", {
          source: `${sourceName(source, t)}${t.say("site.comma")} ${t.say("source.release", { release: source.release })}`,
        }),
      )
      .join(" "),
    words: {
      title: t.say("response.title"),
      description: t.say("response.description"),
      lead: t.say("response.lead"),
      list: t.say("response.list"),
      caveat: t.say("chart.caveat"),
      caveatText: t.say("response.caveat"),
    },
  };
};
