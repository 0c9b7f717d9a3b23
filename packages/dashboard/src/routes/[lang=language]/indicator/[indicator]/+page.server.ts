import { areas } from "@yeelen/dataset";
import { questionOf, usual } from "$lib/explore/question.ts";
import { textsOf, translateAsked, translationsOf } from "$lib/language/catalogue.ts";
import { languages } from "$lib/language/languages.ts";
import { figures } from "$lib/server/figures.ts";
import { recomputeWords } from "$lib/server/recompute-words.ts";
import { tellerOf } from "$lib/server/teller.ts";
import { isKnown } from "$lib/story/reading.ts";
import type { Asked } from "$lib/story/told.ts";
import { error } from "@sveltejs/kit";
import type { EntryGenerator, PageServerLoad } from "./$types";

export const entries: EntryGenerator = async () => {
  const { indicators } = await figures();
  return languages.flatMap(({ tag }) => indicators.map(({ id }) => ({ lang: tag, indicator: id })));
};

/** One indicator: the usual question answered, what the controls offer, and everything that must stand beside. */
export const load: PageServerLoad = async ({ params }) => {
  const t = await tellerOf(params.lang);
  const { ask, indicators, catalog } = await figures();
  const indicator = indicators.find(({ id }) => id === params.indicator);
  if (!indicator) error(404, t.say("site.error.missing"));
  const { id, definition, countedBy, period, measures, dimensions, dataset } = indicator;
  const title = t.indicator(id, indicator.title);
  const open = { id, period, measures, dimensions, forward: null };
  const asked = translateAsked(await ask(questionOf(usual(open), open)), t.translations);
  const scope = { ...open, forward: fullest(asked.answer.rows) };
  const release = await catalog.release(dataset);
  const source = release.manifest.sources.find((one) => one.id === dataset);
  const titleOf = (other: string) => {
    const found = indicators.find((one) => one.id === other);
    return found && t.indicator(other, found.title);
  };

  return {
    locale: t.language.locale,
    recompute: recomputeWords(t),
    scope,
    asked,
    title,
    description: t.say("explore.description", { title }),
    definition: t.text(definition),
    countedBy: t.text(countedBy),
    caveats: indicator.caveats.map(t.text),
    updates: t.text(indicator.updates),
    translations: translationsOf(
      [...textsOf(indicator), release.manifest.protection.statement],
      t.translations,
    ),
    breaks: indicator.breaks.map((one) =>
      t.say("explore.break", {
        area: t.area(one.area),
        year: String(one.period),
        reason: t.text(one.reason),
      }),
    ),
    comparable: indicator.comparableWith.flatMap((other) => {
      const name = titleOf(other);
      return name ? [{ id: other, title: name }] : [];
    }),
    notComparable: indicator.notComparableWith.flatMap(({ indicator: other, reason }) => {
      const name = titleOf(other);
      return name ? [t.say("explore.reason", { indicator: name, reason: t.text(reason) })] : [];
    }),
    others: indicators
      .filter((one) => one.id !== id)
      .map((one) => ({ id: one.id, title: t.indicator(one.id, one.title) })),
    citation: source
      ? t.say("explore.citation", {
          publisher: source.publisher,
          title: source.title,
          release: source.release,
          indicator: title,
        })
      : "",
    allFigures: `data/${release.id}/observations.csv`,
    controls: {
      areas: areas
        .map(({ code }) => ({ code, name: t.area(code) }))
        .sort((a, b) => t.compare(a.name, b.name)),
      years: Array.from({ length: period[1] - period[0] + 1 }, (_, index) => period[0] + index),
      by: dimensions
        .filter((dimension) => dimension !== "counterpart")
        .map((dimension) => ({
          code: dimension,
          name: t.say("explore.by.one", { dimension: t.say(`dimension.${dimension}`) }),
        })),
      measures: measures.map((measure) => ({ code: measure, name: t.say(`measure.${measure}`) })),
    },
    counted: Array.from({ length: areas.length + 1 }, (_, count) => t.say("explore.areas.count", { count })),
    words: {
      legend: t.say("explore.legend"),
      comma: t.say("explore.comma"),
      in: t.say("explore.in"),
      from: t.say("explore.from"),
      to: t.say("explore.to"),
      by: t.say("explore.by"),
      byNone: t.say("explore.by.none"),
      as: t.say("explore.as"),
      with: t.say("explore.with"),
      chosenNone: t.say("explore.chosen.none"),
      chosen: Object.fromEntries(
        areas.map(({ code }) => [code, t.say("explore.chosen", { area: t.area(code) })]),
      ),
      areas: t.say("explore.control.areas"),
      first: t.say("explore.control.first"),
      last: t.say("explore.control.last"),
      byLabel: t.say("explore.control.by"),
      measure: t.say("explore.control.measure"),
      chosenLabel: t.say("explore.control.chosen"),
      all: t.say("explore.areas.all"),
      none: t.say("explore.areas.none"),
      done: t.say("explore.areas.done"),
      reset: t.say("explore.reset"),
      noscript: t.say("explore.noscript"),
      empty: t.say("explore.empty"),
      waiting: t.say("explore.waiting"),
      refused: t.say("explore.refused", { problem: "{problem}" }),
      failed: t.say("explore.failed", { problem: "{problem}" }),
      retry: t.say("explore.retry"),
      download: t.say("explore.download"),
      csv: t.say("explore.download.csv"),
      svg: t.say("explore.download.svg"),
      everything: t.say("explore.download.all"),
      embed: t.say("explore.embed"),
      embedText: t.say("explore.embed.text"),
      embedCode: t.say("explore.embed.code"),
      embedCopy: t.say("explore.embed.copy"),
      link: t.say("explore.link"),
      linked: t.say("explore.link.done"),
      cite: t.say("explore.cite"),
      definition: t.say("explore.definition"),
      countedBy: t.say("chart.countedBy"),
      caveats: t.say("explore.caveats"),
      breaks: t.say("explore.breaks"),
      comparable: t.say("explore.comparable"),
      notComparable: t.say("explore.notComparable"),
      updates: t.say("explore.updates"),
      others: t.say("explore.others"),
    },
  };
};

/** The area with the most figures, the first by code where several have as many. */
function fullest(rows: Asked["answer"]["rows"]): string | null {
  const counts = new Map<string, number>();
  for (const row of rows) if (isKnown(row)) counts.set(row.area, (counts.get(row.area) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b))[0]?.[0] ?? null;
}
