import { areas } from "@yeelen/dataset";
import { latestKnown, isKnown } from "$lib/story/reading.ts";
import { figure } from "$lib/story/phrase.ts";
import { findings } from "$lib/story/findings.ts";
import { sparkline } from "$lib/charts/sparkline.ts";
import { sourceName } from "$lib/language/source-texts.ts";
import type { Teller } from "$lib/language/teller.ts";
import type { Asked } from "$lib/story/told.ts";
import { mapFigure } from "$lib/server/country-map.ts";
import { figures } from "$lib/server/figures.ts";
import { tellerOf } from "$lib/server/teller.ts";
import type { PageServerLoad } from "./$types";

const regions = ["africa", "americas", "asia", "europe"] as const;

/** Fourteen countries, each with its latest figure, and what can be said of them together. */
export const load: PageServerLoad = async ({ params }) => {
  const t = await tellerOf(params.lang);
  const { ask, indicators } = await figures();
  const everything = (indicator: string) => {
    const period = indicators.find(({ id }) => id === indicator)?.period;
    if (!period) throw new Error(`unknown indicator: ${indicator} is in no published dataset`);
    return { indicator, areas: ["all"], period };
  };
  const detected = await ask(everything("victims-detected"));
  const bySex = await ask({ ...everything("victims-detected"), by: ["sex"] });
  const convicted = await ask(everything("convicted"));

  const countries = areas.map((area) => {
    const rows = detected.answer.rows.filter((row) => row.area === area.code);
    const latest = latestKnown(rows);
    return {
      code: area.code,
      region: area.region,
      name: t.area(area.code),
      figure: latest ? figure(latest, t) : null,
      year: latest?.period ?? null,
      known: rows.filter(isKnown).length,
      all: rows.length,
      spark: sparkline(rows),
      states: rows.map((row) => (row.value !== null ? "known" : (row.absence ?? "not-reported"))),
    };
  });

  return {
    map: { title: t.say("home.map"), markup: await mapFigure(t) },
    title: t.say("home.title"),
    lead: t.say("home.lead"),
    findingsTitle: t.say("home.findings"),
    findings: findings(detected, bySex, convicted, t),
    everything: t.say("search.title"),
    more: t.say("finding.more"),
    countriesTitle: t.say("home.countries"),
    countriesNote: t.say("home.countries.note"),
    columns: {
      country: t.say("home.column.country"),
      latest: t.say("home.column.latest"),
      year: t.say("home.column.year"),
      trend: t.say("home.column.trend", {
        first: String(detected.about.period[0]),
        last: String(detected.about.period[1]),
      }),
      coverage: t.say("home.column.coverage"),
    },
    none: t.say("home.none"),
    regions: regions.map((region) => ({
      region,
      name: t.say(`region.${region}`),
      countries: countries
        .filter((country) => country.region === region)
        .map((country) => ({
          ...country,
          coverage: t.say("home.coverage", { known: country.known, all: country.all }),
        }))
        .sort((a, b) => t.compare(a.name, b.name)),
    })),
    readTitle: t.say("home.read"),
    read: t.say("home.read.text"),
    indicatorsTitle: t.say("home.indicators"),
    indicatorsNote: t.say("home.indicators.note"),
    indicators: indicators
      .filter(({ id }) => id !== "population")
      .map(({ id, title, definition }) => ({
        id,
        title: t.indicator(id, title),
        definition: t.text(definition),
      })),
    source: t.say("source.line", { source: sourceOf(detected, t) }),
  };
};

/** The dataset's own source; who counted the population matters only where a rate is shown. */
function sourceOf({ about, answer }: Asked, t: Teller): string {
  const [own] = about.sources;
  if (!own) throw new Error(`no source: dataset ${answer.provenance.dataset} names none`);
  return `${sourceName(own, t)}${t.say("site.comma")} ${t.say("source.release", { release: own.release })}`;
}
