import { areas } from "@yeelen/dataset";
import { messagesOf } from "$lib/language/messages.ts";
import { phrasesUnder } from "$lib/language/phrases.ts";
import type { Teller } from "$lib/language/teller.ts";
import type { Grade } from "$lib/story/grades.ts";
import { dayOf } from "$lib/story/response.ts";
import { sheetCells } from "$lib/story/sheet-column.ts";
import { cautionWords, sheetWarnings } from "$lib/server/sheet-warnings.ts";
import { eventTables } from "$lib/server/events.ts";
import { figures } from "$lib/server/figures.ts";
import { tellerOf } from "$lib/server/teller.ts";
import type { PageServerLoad } from "./$types";

/** What may stand on the sheet, and what does if nothing is said. */
const offered = [
  "victims-detected",
  "offences-recorded",
  "suspects",
  "prosecuted",
  "convicted",
  "smuggling-offences",
  "sdg-16-2-2",
];
const usual = ["victims-detected", "prosecuted", "convicted", "smuggling-offences"];

/** The sheet that donors read: for each country and indicator the latest figure, its year, and how far to trust a comparison. */
export const load: PageServerLoad = async ({ params }) => {
  const t = await tellerOf(params.lang);
  const { ask, indicators, catalog, sourcesOf } = await figures();
  const held = offered.flatMap((id) => indicators.find((one) => one.id === id) ?? []);
  const { treaties, events } = await eventTables();
  const titleOf = (id: string) => t.indicator(id, held.find((one) => one.id === id)?.title ?? id);
  const comparison = await catalog.compare(
    held.map(({ id, period }) => ({ indicator: id, areas: ["all"], period })),
  );
  const warnings = sheetWarnings(comparison.warnings, t);

  const columns = await Promise.all(
    held.map(async ({ id, dataset, title, period, breaks, subject }) => {
      const question = { indicator: id, areas: ["all"], period };
      const [values, rates] = [await ask(question), await ask({ ...question, measure: "rate" as const })];
      return {
        id,
        dataset,
        title: t.indicator(id, title),
        subject,
        source: sourcesOf([id])
          .map((one) => `${one.publisher}, ${one.title}, ${one.release}.`)
          .join(" "),
        release: `${dataset}/${values.answer.provenance.release}`,
        cells: sheetCells(
          { values: values.answer.rows, rates: rates.answer.rows, indicator: { period, breaks } },
          t,
        ),
      };
    }),
  );

  const bound = (area: string, instrument: string) => {
    const row = treaties.find((one) => one.area === area && one.instrument === instrument);
    return row?.bound ? dayOf(row.bound, t) : t.say("compare.fact.not");
  };
  const asAt = t.say("compare.fact.asAt", { date: dayOf(treaties[0]?.as_at ?? "", t) });

  const notesFor = (code: string) =>
    Object.fromEntries(
      held.flatMap(({ id, breaks }) => {
        const own = breaks.filter(({ area }) => area === code);
        return own.length === 0
          ? []
          : [[id, own.map(({ period, reason }) => noteOf(titleOf(id), period, reason)).join(" ")]];
      }),
    );
  const noteOf = (title: string, period: number, reason: string) =>
    t.say("compare.note", { indicator: title, year: String(period), reason: t.text(reason) });
  const eventsOf = (code: string) =>
    events
      .filter(({ area, kind }) => area === code && kind !== "programme")
      .map(({ date, title }) => `${t.text(title)} (${date.slice(0, 4)})`)
      .join("; ");

  return {
    columns,
    usual,
    // for columns that are read in the browser, of a release that an address names
    phrases: phrasesUnder(await messagesOf(t.language.tag), [
      "figure.",
      "absence.",
      "compare.broken",
      "compare.grade.",
    ]),
    warnings,
    cautionWords: await cautionWords(t),
    releases: catalog.catalog.datasets
      .filter(({ dataset }) => held.some((one) => one.dataset === dataset))
      .flatMap(({ dataset, releases: all }) =>
        all.map(({ release, status, erratum }) => ({
          id: `${dataset}/${release}`,
          status,
          reason: erratum?.reason ?? null,
        })),
      ),
    areas: areas
      .map(({ code, programme }) => ({
        code,
        name: t.area(code),
        facts: [
          t.say(programme ? "compare.fact.programme.yes" : "compare.fact.programme.no"),
          bound(code, "TRAFFICKING-PROTOCOL"),
          bound(code, "SMUGGLING-PROTOCOL"),
          eventsOf(code) || t.say("compare.fact.none"),
        ],
        notes: notesFor(code),
      }))
      .sort((a, b) => t.compare(a.name, b.name)),
    facts: [
      t.say("compare.fact.programme"),
      `${t.say("compare.fact.trafficking")}, ${asAt}`,
      `${t.say("compare.fact.smuggling")}, ${asAt}`,
      t.say("compare.fact.events"),
    ],
    words: {
      title: t.say("compare.title"),
      description: t.say("compare.description"),
      lead: t.say("compare.lead"),
      countries: t.say("compare.countries"),
      show: t.say("compare.show"),
      value: t.say("compare.as.value"),
      rate: t.say("compare.as.rate"),
      country: t.say("compare.country"),
      code: t.say("compare.code"),
      source: t.say("compare.source"),
      address: t.say("compare.address"),
      grades: {
        complete: gradeWords(t, "complete"),
        recent: gradeWords(t, "recent"),
      },
      warning: t.say("compare.warning"),
      facts: t.say("compare.facts"),
      legend: t.say("compare.legend"),
      legendText: t.say("compare.legend.text"),
      complete: t.say("compare.complete"),
      recent: t.say("compare.recent"),
      programme: t.say("compare.programme"),
      csv: t.say("compare.csv"),
      print: t.say("compare.print"),
      none: t.say("absence.not-reported"),
      choose: t.say("compare.choose"),
      indicators: t.say("compare.indicators"),
      earlier: t.say("compare.earlier", { name: "{name}" }),
      later: t.say("compare.later", { name: "{name}" }),
      notes: t.say("compare.notes"),
      comparable: {
        good: t.say("compare.comparable.good"),
        fair: t.say("compare.comparable.fair"),
        poor: t.say("compare.comparable.poor"),
      },
      pin: t.say("compare.pin"),
      unpin: t.say("compare.unpin"),
      pinned: {
        current: t.say("compare.pinned.current", { release: "{release}" }),
        earlier: t.say("compare.pinned.earlier", { release: "{release}" }),
        superseded: t.say("compare.pinned.superseded", { release: "{release}" }),
        withdrawn: t.say("compare.pinned.withdrawn", { release: "{release}" }),
        unknown: t.say("compare.pinned.unknown", { release: "{release}" }),
        waiting: t.say("compare.pinned.waiting", { release: "{release}" }),
        failed: t.say("compare.pinned.failed", { release: "{release}", problem: "{problem}" }),
        empty: t.say("compare.pinned.empty"),
        noscript: t.say("compare.pinned.noscript"),
      },
      release: t.say("compare.release", { release: "{release}" }),
      retry: t.say("explore.retry"),
      xlsx: t.say("compare.xlsx"),
      caveat: t.say("detected.caveat"),
      different: t.say("compare.two"),
      column: t.say("home.column.year"),
    },
  };
};

function gradeWords(t: Teller, of: "complete" | "recent"): Readonly<Record<Grade, string>> {
  return {
    good: t.say(`compare.grade.${of}.good`),
    fair: t.say(`compare.grade.${of}.fair`),
    poor: t.say(`compare.grade.${of}.poor`),
  };
}
