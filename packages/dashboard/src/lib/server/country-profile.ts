import type { IndicatorQuery } from "@yeelen/dataset";
import { translateAsked } from "$lib/language/catalogue.ts";
import type { MessageKey } from "$lib/language/messages.ts";
import { sourceName, sourceText } from "$lib/language/source-texts.ts";
import type { Teller } from "$lib/language/teller.ts";
import { counterpartBars, tellCitizenship } from "$lib/story/counterparts.ts";
import { coverageCalendar } from "$lib/story/coverage.ts";
import { tellDetected } from "$lib/story/detected.ts";
import { justiceIndicators, tellJustice, tellSmuggling } from "$lib/story/justice.ts";
import { latestParts, tellForms, tellWho } from "$lib/story/parts.ts";
import { isKnown } from "$lib/story/reading.ts";
import { countrySummary, headlines } from "$lib/story/summary.ts";
import { tellResponse } from "$lib/story/response.ts";
import type { Recomputable } from "$lib/explore/recomputable.ts";
import type { Asked } from "$lib/story/told.ts";
import type { ChartData, Section } from "./country-section.ts";
import { eventTables } from "./events.ts";
import { figures } from "./figures.ts";
import { recomputeWords } from "./recompute-words.ts";
import { responseAxis } from "./response-axis.ts";
import { responseTables } from "./response-tables.ts";

export type CountryProfile = Awaited<ReturnType<typeof countryProfile>>;

/** Everything a country page says, in the teller's language, from the published figures alone. */
export async function countryProfile(area: string, t: Teller) {
  const { ask, indicators, sourcesOf } = await figures();
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]));

  async function whole(indicator: string, by: IndicatorQuery["by"] = []): Promise<Asked> {
    const period = known.get(indicator)?.period;
    if (!period) throw new Error(`unknown indicator: ${indicator} is in no published dataset`);
    const question = { indicator, areas: [area], period, ...(by.length > 0 && { by }) };
    return translateAsked(await ask(question), t.translations);
  }
  const wholeIfHeld = (indicator: string, by?: IndicatorQuery["by"]) =>
    known.has(indicator) ? whole(indicator, by) : undefined;

  const detected = await whole("victims-detected");
  const bySex = await whole("victims-detected", ["sex"]);
  const byAge = await whole("victims-detected", ["age"]);
  const byForm = await whole("victims-by-exploitation", ["exploitation"]);
  const citizenship = await whole("victims-by-citizenship", ["counterpart"]);
  const repatriated = await whole("victims-repatriated", ["counterpart"]);
  const assisted = (
    await Promise.all(["assisted-flows-into", "assisted-flows"].map((id) => wholeIfHeld(id, ["counterpart"])))
  ).filter((asked) => asked !== undefined);
  const justice = await Promise.all(justiceIndicators.map(async (id) => ({ id, ...(await whole(id)) })));
  const smuggling = await wholeIfHeld("smuggling-offences");
  const convicted = justice.find(({ answer }) => answer.query.indicator === "convicted");
  const summary = { detected, bySex, byAge, convicted };

  const told: Omit<Section, "figures">[] = [
    {
      ...tellDetected(detected, t),
      ...head("detected", "victims-detected"),
      charts: drawn([["detected", detected, t.say("detected.chart")]]),
    },
    {
      ...tellWho(bySex, byAge, detected, t),
      ...head("who", "victims-detected"),
      charts: drawn([
        ["sex", bySex, t.say("who.sex")],
        ["age", byAge, t.say("who.age")],
      ]),
    },
    {
      ...tellForms(byForm, detected, t),
      ...head("forms", "victims-by-exploitation"),
      charts: drawn([["forms", byForm, titleOf("victims-by-exploitation")]]),
    },
    {
      ...tellCitizenship(citizenship, area, t),
      ...head("flows", "victims-by-citizenship"),
      source: sourceLine([
        "victims-by-citizenship",
        ...assisted
          .filter(({ answer }) => answer.rows.some(isKnown))
          .map(({ answer }) => answer.query.indicator),
      ]),
      bars: [bars(citizenship, "flows.column.n"), bars(repatriated, "flows.column.returned")].filter(
        ({ rows }) => rows.length > 0,
      ),
    },
    {
      ...tellJustice(justice, t),
      ...head("justice", "prosecuted"),
      charts: drawn(justice.map(({ id, ...asked }) => [id, asked, t.say(`justice.title.${id}`)])),
    },
    ...(smuggling
      ? [
          {
            ...tellSmuggling(smuggling, area, t),
            ...head("smuggling", "smuggling-offences"),
            charts: drawn([["smuggling-offences", smuggling, titleOf("smuggling-offences")]]),
          },
        ]
      : []),
  ];
  const sections: Section[] = told.map((section) => ({
    ...section,
    figures: [
      ...section.charts.map(({ title, asked }) => ({ title, from: asked.answer })),
      ...section.bars.map(({ title, from }) => ({ title, from })),
    ],
  }));
  const headlined = headlines(summary, t);
  const headlineFigures = await Promise.all(
    headlined.flatMap(({ label, year, question }) =>
      question === null
        ? []
        : [ask(question).then(({ answer }) => ({ title: `${label} (${year})`, from: answer }))],
    ),
  );
  const { treaties, events, tiers } = await eventTables();
  const own = treaties.filter((row) => row.area === area);
  const all = [detected, byForm, citizenship, repatriated, ...justice, ...(smuggling ? [smuggling] : [])];

  return {
    code: area,
    locale: t.language.locale,
    name: t.area(area),
    title: t.say("country.title", { area: t.area(area) }),
    description: t.say("country.description", { area: t.area(area) }),
    summary: countrySummary(area, summary, t),
    headlines: headlined.map(({ figure, label, year, caveat }) => ({ figure, label, year, caveat })),
    headlineFigures: headlineFigures satisfies readonly Recomputable[],
    sections,
    response: {
      question: t.say("question.response"),
      ...tellResponse(own, area, t),
      axis: responseAxis([area], treaties, events, t),
      ...responseTables(
        own,
        events.filter((row) => row.area === area),
        tiers.filter((row) => row.area === area),
        t,
      ),
    },
    unknown: {
      question: t.say("question.unknown"),
      sentence: t.say("unknown.sentence"),
      caveat: t.say("unknown.caveat"),
      lines: coverageCalendar(
        all.map((asked) => ({ ...asked, title: titleOf(asked.answer.query.indicator) })),
        t,
      ),
    },
    words: {
      countries: t.say("nav.home"),
      title: t.say("note.title"),
      definition: t.say("chart.definition"),
      countedBy: t.say("chart.countedBy"),
      explore: t.say("note.explore"),
      caveat: t.say("chart.caveat"),
      sources: t.say("question.sources"),
      indicator: t.say("unknown.indicator"),
      legend: t.say("unknown.legend"),
      recompute: recomputeWords(t),
      imprint: { address: t.say("print.address"), printed: t.say("print.date") },
    },
    sources: sourcesOf(all.map(({ answer }) => answer.query.indicator)).map((source) => ({
      title: source.title,
      publisher: source.publisher,
      release: t.say("source.release", { release: source.release }),
      licence: t.say("source.licence", { licence: sourceText(source.licence, t) }),
      url: source.url,
      rows: t.say("source.rows", { kept: source.rowsKept, read: source.rowsRead }),
    })),
  };

  function titleOf(indicator: string): string {
    return t.indicator(indicator, known.get(indicator)?.title ?? indicator);
  }

  function sourceLine(ids: readonly string[]): string {
    return sourcesOf(ids)
      .filter(({ id }) => id !== "un-wpp")
      .map((source) =>
        t.say("source.line", {
          source: `${sourceName(source, t)}${t.say("site.comma")} ${t.say("source.release", { release: source.release })}`,
        }),
      )
      .join(" ");
  }

  function head(id: keyof typeof questions, indicator: string) {
    const about = known.get(indicator);
    return {
      id,
      question: t.say(questions[id]),
      charts: [],
      bars: [],
      source: sourceLine([indicator]),
      note: about
        ? { indicator, definition: t.text(about.definition), countedBy: t.text(about.countedBy) }
        : null,
    };
  }

  /** A chart of a series without a single figure would be an empty frame: the sentence says it already. */
  function drawn(charts: readonly (readonly [id: string, asked: Asked, title: string])[]): ChartData[] {
    return charts
      .filter(([, asked]) => asked.answer.rows.some(isKnown))
      .map(([id, asked, title]) => ({ id: `${id}-chart`, asked, title }));
  }

  function bars(asked: Asked, column: MessageKey): Section["bars"][number] {
    const rows = asked.answer.rows.filter((row) => row.counterpart !== "T");
    const barRows = counterpartBars(rows, area, t);
    return {
      title: t.say("flows.caption", {
        title: titleOf(asked.answer.query.indicator),
        year: String(latestParts(rows)[0]?.period ?? ""),
      }),
      columns: [t.say("flows.column.area"), t.say(column)],
      from: {
        question: {
          ...asked.answer.query,
          release: `${asked.answer.provenance.dataset}/${asked.answer.provenance.release}`,
        },
        digest: asked.answer.digest,
      },
      rows: barRows,
      more: t.say("bars.more", { n: barRows.length }),
    };
  }
}

const questions = {
  detected: "question.detected",
  who: "question.who",
  forms: "question.forms",
  flows: "question.flows",
  justice: "question.justice",
  smuggling: "question.smuggling",
} as const satisfies Record<string, MessageKey>;
