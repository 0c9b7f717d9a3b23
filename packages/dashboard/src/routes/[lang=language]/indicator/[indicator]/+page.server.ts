import { areas } from "@yeelen/dataset";
import { questionOf, usual } from "$lib/explore/question.ts";
import { textsOf, translateAsked, translationsOf } from "$lib/language/catalogue.ts";
import { languages } from "$lib/language/languages.ts";
import { figures } from "$lib/server/figures.ts";
import { fileWords } from "$lib/server/file-words.ts";
import { explorerWords } from "$lib/server/explorer-words.ts";
import { controlsOf, scopeOf } from "$lib/server/explorer-controls.ts";
import { codeNames } from "$lib/server/code-names.ts";
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
  const { id, definition, countedBy, period, dimensions, dataset } = indicator;
  const title = t.indicator(id, indicator.title);
  const open = scopeOf(indicator, catalog);
  const names = await codeNames(params.lang);
  const asked = translateAsked(await ask(questionOf(usual(open), open)), t.translations);
  const counterparts = dimensions.includes("counterpart")
    ? await ask({ indicator: id, areas: areas.map(({ code }) => code), period, by: ["counterpart"] })
    : null;
  const scope = { ...open, forward: fullest(asked.answer.rows) };
  const release = await catalog.release(dataset);
  const source = release.manifest.sources.find((one) => one.id === dataset);
  const titleOf = (other: string) => {
    const found = indicators.find((one) => one.id === other);
    return found && t.indicator(other, found.title);
  };

  const counterpartNames = Object.fromEntries(
    (counterparts?.answer.rows ?? []).flatMap(({ counterpart: code }) =>
      code && /^[A-Z]{3}$/.test(code) ? [[code, t.area(code)]] : [],
    ),
  );

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
    controls: controlsOf(t, indicator, names),
    counterparts: counterpartNames,
    file: fileWords(t, {
      ...Object.fromEntries(
        dimensions
          .filter((dimension) => dimension !== "counterpart")
          .map((dimension) => [
            dimension,
            Object.fromEntries(
              (indicator.codes[dimension] ?? []).map((code) => [code, names(dimension, code)]),
            ),
          ]),
      ),
      ...(counterparts && { counterpart: counterpartNames }),
    }),
    counted: Array.from({ length: areas.length + 1 }, (_, count) => t.say("explore.areas.count", { count })),
    words: explorerWords(t),
  };
};

/** The area with the most figures, the first by code where several have as many. */
function fullest(rows: Asked["answer"]["rows"]): string | null {
  const counts = new Map<string, number>();
  for (const row of rows) if (isKnown(row)) counts.set(row.area, (counts.get(row.area) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b))[0]?.[0] ?? null;
}
