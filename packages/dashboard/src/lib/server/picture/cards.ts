import { areas } from "@yeelen/dataset";
import { lineModel, lineTree } from "@yeelen/charts";
import { mapTree } from "@yeelen/charts/map";
import { chartTexts } from "$lib/charts/chart-texts.ts";
import { translateAsked } from "$lib/language/catalogue.ts";
import { languageOf } from "$lib/language/languages.ts";
import type { Teller } from "$lib/language/teller.ts";
import { countryMap } from "$lib/server/country-map.ts";
import { pageChartNames, pageChartOf, type PageChart } from "$lib/server/page-chart.ts";
import { tellDetected } from "$lib/story/detected.ts";
import { isKnown } from "$lib/story/reading.ts";
import { chartSize, type Card } from "./card.ts";

/** The picture of all pages that have none of their own. */
export const homeCard = "home";

/** The names of all pictures of a language: the first page, each country by its code, each indicator by its id. */
export async function cardNames(): Promise<readonly string[]> {
  return [homeCard, ...(await pageChartNames())];
}

/** What a picture says, from the same answers and charts as the page that it stands for; undefined for an unknown name. */
export async function cardOf(name: string, t: Teller): Promise<Card | undefined> {
  if (name === homeCard) return home(t);
  const chart = await pageChartOf(name, t);
  if (!chart) return undefined;
  const isCountry = areas.some(({ code }) => code === name);
  return lines(chart, isCountry ? tellDetected(chart.asked, t).sentence : undefined, t);
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

/** A card with a line chart, one country brought forward; without any figure, the words alone. */
async function lines(
  { asked, title, chosen }: PageChart,
  subtitleOf: string | undefined,
  t: Teller,
): Promise<Card> {
  const { tag, locale, dir } = languageOf(t.language.tag);
  const { answer, about } = translateAsked(asked, t.translations);
  const messages = await chartTexts[tag]();
  const options = { messages, locale, title, id: "card", ...(chosen && { chosen }) };
  const { subtitle, sources } = lineModel(answer, about, options);
  const full = {
    title,
    subtitle: subtitleOf ?? subtitle,
    beneath: sources.slice(0, 1).map(({ text }) => text),
  };
  const model = lineModel(answer, about, { ...options, ...chartSize(full) });
  return {
    ...full,
    dir,
    chart: answer.rows.some(isKnown)
      ? { tree: lineTree(model), width: model.width, height: model.height }
      : null,
  };
}
