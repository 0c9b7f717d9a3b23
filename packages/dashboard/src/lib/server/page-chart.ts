import { areas } from "@yeelen/dataset";
import { usualKind, type Kind } from "$lib/explore/kinds.ts";
import { questionOf, usual } from "$lib/explore/question.ts";
import type { Teller } from "$lib/language/teller.ts";
import { scopeOf } from "$lib/server/explorer-controls.ts";
import { figures } from "$lib/server/figures.ts";
import { isKnown } from "$lib/story/reading.ts";
import type { Asked } from "$lib/story/told.ts";

/** The one chart that stands for a page where its address is passed on. */
export interface PageChart {
  readonly kind: Kind;
  /** As published: in English. */
  readonly asked: Asked;
  readonly title: string;
  /** The country with the most figures. */
  readonly chosen: string | undefined;
}

/** The names of the pages that have one: each country by its code, each indicator by its id. */
export async function pageChartNames(): Promise<readonly string[]> {
  const { indicators } = await figures();
  return [...areas.map(({ code }) => code), ...indicators.map(({ id }) => id)];
}

/** A country's detected victims, or an indicator's usual question; undefined for an unknown name. */
export async function pageChartOf(name: string, t: Teller): Promise<PageChart | undefined> {
  return areas.some(({ code }) => code === name) ? country(name, t) : indicator(name, t);
}

async function country(area: string, t: Teller): Promise<PageChart> {
  const { ask, indicators } = await figures();
  const about = indicators.find(({ id }) => id === "victims-detected");
  if (!about) throw new Error("unknown indicator: victims-detected is in no published dataset");
  const asked = await ask({ indicator: about.id, areas: [area], period: about.period });
  const title = `${t.area(area)}: ${t.indicator(about.id, about.title)}`;
  return { kind: "line", asked, title, chosen: fullest(asked.answer.rows) };
}

async function indicator(id: string, t: Teller): Promise<PageChart | undefined> {
  const { ask, indicators, catalog } = await figures();
  const about = indicators.find((one) => one.id === id);
  if (!about) return undefined;
  const scope = scopeOf(about, catalog);
  const asked = await ask(questionOf(usual(scope), scope));
  return {
    kind: usualKind(scope),
    asked,
    title: t.indicator(id, about.title),
    chosen: fullest(asked.answer.rows),
  };
}

function fullest(rows: Asked["answer"]["rows"]): string | undefined {
  const counts = new Map<string, number>();
  for (const row of rows) if (isKnown(row)) counts.set(row.area, (counts.get(row.area) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b))[0]?.[0];
}
