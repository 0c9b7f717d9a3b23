import { areas } from "@yeelen/dataset";
import { sourceName } from "$lib/language/source-texts.ts";
import { eventTables } from "$lib/server/events.ts";
import { figures } from "$lib/server/figures.ts";
import { eventRow } from "$lib/server/response-tables.ts";
import { tellerOf } from "$lib/server/teller.ts";
import { axisMarks, type AxisInput } from "$lib/story/response-axis.ts";
import { dayOf } from "$lib/story/response.ts";
import type { PageServerLoad } from "./$types";

/** The Protocols were adopted in 2000. */
const begin = 2000;

/** What countries have put in place, on one time axis and as a list. */
export const load: PageServerLoad = async ({ params }) => {
  const t = await tellerOf(params.lang);
  const { treaties, events } = await eventTables();
  const { catalog } = await figures();
  const dates = [
    ...treaties.flatMap(({ bound }) => bound ?? []),
    ...events.map(({ date, end }) => end ?? date),
  ];
  const years = [begin, Math.max(begin + 1, ...dates.map((date) => Number(date.slice(0, 4))))] as const;
  const sources = (
    await Promise.all(
      ["untc-treaties", "response-events"]
        .filter((id) => catalog.catalog.datasets.some(({ dataset }) => dataset === id))
        .map((id) => catalog.release(id)),
    )
  ).flatMap(({ manifest }) => manifest.sources);

  return {
    years: Array.from({ length: years[1] - years[0] + 1 }, (_, index) => years[0] + index),
    countries: areas
      .map(({ code }) => {
        const own = events.filter((event) => event.area === code);
        const inputs: AxisInput[] = [
          ...treaties
            .filter((row) => row.area === code && row.bound !== null && row.instrument !== "CONVENTION")
            .map((row) => ({
              kind: "bound" as const,
              date: row.bound ?? "",
              end: null,
              text: `${dayOf(row.bound ?? "", t)}: ${t.say(`response.instrument.${row.instrument}`)}`,
            })),
          ...own.map((event) => {
            const { when, title } = eventRow(event, t);
            return {
              kind:
                event.kind === "plan" || event.kind === "programme" ? ("span" as const) : ("event" as const),
              date: event.date,
              end: event.end,
              text: `${when}: ${title}`,
            };
          }),
        ];
        const marks = axisMarks(inputs, years);
        return {
          code,
          name: t.area(code),
          marks,
          lanes: Math.max(1, ...marks.map(({ lane }) => lane + 1)),
          events: own
            .filter(({ kind }) => kind !== "programme")
            .sort((a, b) => a.date.localeCompare(b.date))
            .map((event) => eventRow(event, t)),
        };
      })
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
      axis: t.say("response.axis"),
      list: t.say("response.list"),
      bound: t.say("response.legend.bound"),
      span: t.say("response.legend.span"),
      event: t.say("response.legend.event"),
      caveat: t.say("chart.caveat"),
      caveatText: t.say("response.caveat"),
      country: t.say("compare.country"),
    },
  };
};
