import { areas } from "@yeelen/dataset";
import { lineModel, lineTree } from "@yeelen/charts";
import { mapTree } from "@yeelen/charts/map";
import { chartTexts } from "$lib/charts/draw.ts";
import { questionOf, usual } from "$lib/explore/question.ts";
import { translateAsked } from "$lib/language/catalogue.ts";
import { languageOf } from "$lib/language/languages.ts";
import type { Teller } from "$lib/language/teller.ts";
import { countryMap } from "$lib/server/country-map.ts";
import { figures } from "$lib/server/figures.ts";
import { tellDetected } from "$lib/story/detected.ts";
import { isKnown } from "$lib/story/reading.ts";
import type { Asked } from "$lib/story/told.ts";
import { chartSize, type Card } from "./card.ts";

/** The picture of all pages that have none of their own. */
export const homeCard = "home";

/** The names of all pictures of a language: the first page, each country by its code, each indicator by its id. */
export async function cardNames(): Promise<readonly string[]> {
  const { indicators } = await figures();
  return [homeCard, ...areas.map(({ code }) => code), ...indicators.map(({ id }) => id)];
}

/** What a picture says, from the same answers and charts as the page that it stands for; undefined for an unknown name. */
export async function cardOf(name: string, t: Teller): Promise<Card | undefined> {
  if (name === homeCard) return home(t);
  if (areas.some(({ code }) => code === name)) return country(name, t);
  return indicator(name, t);
}

async function home(t: Teller): Promise<Card> {
  const model = await countryMap(600, t);
  // names would be too small to read at the size at which such pictures are seen
  const frames = model.frames.map((frame) => ({ ...frame, names: [] }));
  return {
    title: t.say("home.title"),
    subtitle: `${model.title}. ${model.subtitle}`,
    dir: t.language.dir,
    beneath: [model.sources[0]?.text ?? "", model.notes.at(-1) ?? ""],
    legend: model.legend,
    chart: { tree: mapTree({ ...model, frames }), width: model.width, height: model.height },
  };
}

async function country(area: string, t: Teller): Promise<Card> {
  const { ask, indicators } = await figures();
  const about = indicators.find(({ id }) => id === "victims-detected");
  if (!about) throw new Error("unknown indicator: victims-detected is in no published dataset");
  const asked = await ask({ indicator: about.id, areas: [area], period: about.period });
  const title = `${t.area(area)}: ${t.indicator(about.id, about.title)}`;
  return lines(
    translateAsked(asked, t.translations),
    { title, subtitle: tellDetected(asked, t).sentence },
    t,
  );
}

async function indicator(id: string, t: Teller): Promise<Card | undefined> {
  const { ask, indicators } = await figures();
  const about = indicators.find((one) => one.id === id);
  if (!about) return undefined;
  const scope = {
    id,
    period: about.period,
    measures: about.measures,
    dimensions: about.dimensions,
    codes: about.codes,
    forward: null,
    releases: [],
  };
  const asked = translateAsked(await ask(questionOf(usual(scope), scope)), t.translations);
  return lines(asked, { title: t.indicator(id, about.title) }, t);
}

/** A card with a line chart, the country with the most figures brought forward; without any figure, the words alone. */
async function lines(
  { answer, about }: Asked,
  words: { readonly title: string; readonly subtitle?: string },
  t: Teller,
): Promise<Card> {
  const { tag, locale, dir } = languageOf(t.language.tag);
  const messages = await chartTexts[tag]();
  const chosen = fullest(answer.rows);
  const options = { messages, locale, title: words.title, id: "card", ...(chosen && { chosen }) };
  const { subtitle, sources } = lineModel(answer, about, options);
  const full = { subtitle, beneath: sources.slice(0, 1).map(({ text }) => text), ...words };
  const model = lineModel(answer, about, { ...options, ...chartSize(full) });
  return {
    ...full,
    dir,
    chart: answer.rows.some(isKnown)
      ? { tree: lineTree(model), width: model.width, height: model.height }
      : null,
  };
}

function fullest(rows: Asked["answer"]["rows"]): string | undefined {
  const counts = new Map<string, number>();
  for (const row of rows) if (isKnown(row)) counts.set(row.area, (counts.get(row.area) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b))[0]?.[0];
}
