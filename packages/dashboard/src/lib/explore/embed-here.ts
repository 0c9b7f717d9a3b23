import { resolve } from "$app/paths";
import type { SvgElement } from "@yeelen/charts";
import type { IndicatorQuery } from "@yeelen/dataset/plain";
import { chartTexts } from "$lib/charts/chart-texts.ts";
import { standaloneText, type DrawnKind } from "$lib/charts/kind-pen.ts";
import { translateAsked } from "$lib/language/catalogue.ts";
import type { LanguageTag } from "$lib/language/languages.ts";
import type { Asked } from "$lib/story/told.ts";
import { askHere } from "./ask-here.ts";
import { base64 } from "./base64.ts";
import { chartTranslations } from "./chart-translations.ts";
import { comparisonChart, singleChart, translateCompared, type EmbedChart } from "./embed-chart.ts";
import { embedLines, type EmbedDress, type EmbedLines } from "./embed-lines.ts";
import { catalogHere } from "./engine-here.ts";
import { unpinned } from "./question.ts";

/** A chart as somebody wants it on a page elsewhere. */
export interface EmbedWish extends EmbedDress {
  readonly kind: DrawnKind;
  readonly question: IndicatorQuery;
  /** Ids of more indicators, which stand beside the question's in a matrix. */
  readonly beside: readonly string[];
  /** What such a matrix shows. */
  readonly show: "figures" | "completeness";
  /** In place of the indicator's title; empty for none. */
  readonly heading: string;
}

const hashes = new Map<string, Promise<string>>();

/** The lines for a chart, reading from where this page was loaded. */
export async function embedLinesHere(wish: EmbedWish): Promise<EmbedLines> {
  const site = new URL(resolve("/"), location.href);
  const integrityOf = (file: string) => remembered(new URL(`widgets/${file}`, site).href);
  return embedLines(await (wish.beside.length > 0 ? several(wish) : single(wish)), wish, {
    site,
    integrityOf,
  });
}

async function single({ kind, question, heading, chosen, lang }: EmbedWish): Promise<EmbedChart> {
  const hooks = { signal: new AbortController().signal, onEngine: () => {}, onProgress: () => {} };
  const { answer, about } = await askHere(question, hooks);
  const asked = translateAsked({ answer, about }, await chartTranslations(lang));
  const look = { heading: heading || (await titleOf(asked, lang)), chosen, lang };
  return singleChart(kind, asked, look, await catalogHere());
}

async function several({ question, beside, show, ...look }: EmbedWish): Promise<EmbedChart> {
  const catalog = await catalogHere();
  const open = unpinned(question);
  const more = beside.map((indicator) => ({ ...open, indicator }));
  const { answers } = await catalog.compare([open, ...more]);
  const translations = await chartTranslations(look.lang);
  return comparisonChart(
    answers.map((answer) => translateCompared(answer, translations)),
    show,
    look,
    catalog,
  );
}

/** A figure of a part says so in its title; any other is called what its indicator is called. */
async function titleOf({ answer: { query }, about }: Asked, lang: LanguageTag): Promise<string> {
  const { where = {} } = query;
  const { codes, indicators } = await chartTexts[lang]();
  const names = new Map<string, Readonly<Record<string, string>>>(Object.entries(codes));
  const parts = Object.entries(where).map(([dimension, code]) => names.get(dimension)?.[code] ?? code);
  if (parts.length === 0) return "";
  const title = new Map<string, string>(Object.entries(indicators)).get(query.indicator) ?? about.title;
  return `${title}: ${parts.join(", ")}`;
}

/** The picture's two files. */
export async function pictureFiles(picture: SvgElement): Promise<{ readonly svg: Blob; readonly png: Blob }> {
  const { paintTree } = await import("@yeelen/widgets/tools/paint-tree");
  const canvas = document.createElement("canvas");
  paintTree(picture, canvas, 2);
  const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!png) throw new Error("png: this browser writes no picture");
  return { svg: new Blob([standaloneText(picture)], { type: "image/svg+xml" }), png };
}

function remembered(address: string): Promise<string> {
  let hash = hashes.get(address);
  if (!hash) {
    hash = hashOf(address);
    hashes.set(address, hash);
    hash.catch(() => hashes.delete(address));
  }
  return hash;
}

async function hashOf(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`no script: ${address} answered ${response.status}`);
  return `sha384-${base64(new Uint8Array(await crypto.subtle.digest("SHA-384", await response.arrayBuffer())))}`;
}
