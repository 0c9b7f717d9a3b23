import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import {
  barModel,
  dotModel,
  embedCode,
  flowModel,
  lineModel,
  mapModel,
  matrixModel,
  multiplesModel,
  stackModel,
  standaloneSvg,
  statModel,
  tableModel,
  timelineModel,
  type ChartModel,
  type ChartOptions,
  type EmbedOptions,
  type Figure,
  type Geometry,
  type Messages,
  type TimelineEvent,
} from "@yeelen/charts";
import {
  translateAbout,
  translateAnswer,
  translateEvent,
  type Translations,
} from "@yeelen/charts/translations";
import type { About, Answer, IndicatorQuery } from "@yeelen/dataset";
import { fetchFile } from "@yeelen/dataset/node";
import { openCatalog, refuseWithdrawn, standingNotes, viewsEngine } from "@yeelen/query";
import { standingTexts } from "../answer/print-answer.ts";
import { InputError } from "../errors.ts";

const models = {
  bar: barModel,
  dot: dotModel,
  flow: flowModel,
  line: lineModel,
  matrix: matrixModel,
  multiples: multiplesModel,
  stack: stackModel,
  stat: statModel,
  table: tableModel,
} as const;

export const kinds = [...Object.keys(models), "map", "timeline"].sort();
export const languages = ["ar", "en", "es", "fr", "pt", "ru", "uk"];

/** A file whose hash an element checks before it trusts anything that file says. */
export interface Pin {
  /** `<dataset>/<release>`. */
  readonly release: string;
  /** In the release's folder: what the element fetches first. */
  readonly path: string;
  /** sha256, 64 hexadecimal digits, of that file. */
  readonly sha256: string;
}

/** A figure laid out: its words, the partner's lines around it, its picture as a file. */
export interface LaidOut {
  readonly model: Figure;
  code(options: EmbedOptions): string;
  /** The text of an SVG file; null for a table, which is no picture. */
  svg(): string | null;
}

/** A chart of a question, and the files that its figures stand in. */
export interface Chart {
  readonly kind: string;
  /** One, or one for each release of several indicators. */
  readonly pins: readonly [Pin, ...Pin[]];
  /** That a release was superseded or withdrawn, and why, in the chart's language; nothing of one that stands. */
  readonly standing: readonly string[];
  at(width: number): LaidOut;
}

const fromCharts = createRequire(import.meta.url);

/** Answers a question from a folder of published data, ready to be laid out at any width. Throws `InputError`. */
export async function chartOf(
  question: IndicatorQuery,
  { data, kind, lang, withdrawn = false, ...given }: ChartRequest,
): Promise<Chart> {
  if (!kinds.includes(kind))
    throw new InputError(`not allowed in --kind: ${kind}; allowed: ${kinds.join(", ")}`);
  const options = { ...given, ...(await wordsIn(lang)) };
  const catalog = await openCatalog(pathToFileURL(`${data}/`), {
    fetch: fetchFile,
    engines: [viewsEngine()],
  });
  const texts = await catalog.texts(question.indicator, lang);
  if (kind === "timeline") return timelineOf(catalog, question, { options, texts, withdrawn });
  const answer = translateAnswer(await catalog.query(question, { withdrawn }), texts);
  const { release: named } = question;
  const about = translateAbout(await catalog.about(question.indicator, { release: named }), texts);
  const { dataset, release, files } = answer.provenance;
  const [view] = files;
  if (!view) throw new InputError(`no file: the answer about ${question.indicator} names none`);
  const draw = await drawerOf(kind);
  const pin = { release: `${dataset}/${release}`, path: view.path, sha256: view.sha256 };
  return {
    kind,
    pins: [pin],
    standing: standingTexts(answer),
    at: (width) => laidOut(draw(answer, about, { ...options, width })),
  };
}

function laidOut(model: ChartModel): LaidOut {
  return {
    model,
    code: (embed) => embedCode(model, embed),
    svg: () => (model.kind === "table" ? null : standaloneSvg(model)),
  };
}

/** A language's texts for charts. */
export async function wordsIn(lang: string): Promise<Pick<ChartOptions, "locale" | "messages">> {
  if (lang === "en") return { locale: lang };
  return { locale: lang, messages: await fromPackage<Messages>(`messages/${lang}.json`) };
}

export interface ChartRequest {
  /** Folder with catalog.json. */
  readonly data: string;
  readonly kind: string;
  readonly lang: string;
  readonly chosen?: string;
  /** Whether the release that the question names may be a withdrawn one. */
  readonly withdrawn?: boolean;
  /** In place of the indicator's title. */
  readonly title?: string;
}

type Draw = (answer: Answer, about: About, options: ChartOptions) => ChartModel;

async function drawerOf(kind: string): Promise<Draw> {
  if (kind !== "map") return models[kind as keyof typeof models];
  const geometry = await fromPackage<Geometry>("map/world.json");
  return (answer, about, options) => mapModel(answer, about, { ...options, geometry });
}

/** A file of data of the charts' package. */
export async function fromPackage<Content>(path: string): Promise<Content> {
  return JSON.parse(await readFile(fromCharts.resolve(`@yeelen/charts/${path}`), "utf8")) as Content;
}

interface TimelineOptions {
  readonly options: ChartOptions;
  readonly texts: Translations;
  readonly withdrawn: boolean;
}

async function timelineOf(
  catalog: Awaited<ReturnType<typeof openCatalog>>,
  { areas, period, indicator, release: named = "response-events" }: IndicatorQuery,
  { options, texts, withdrawn }: TimelineOptions,
): Promise<Chart> {
  if (indicator !== "response-events")
    throw new InputError(`not allowed in indicator: ${indicator}; a timeline shows response-events`);
  const files = await catalog.release(named);
  refuseWithdrawn(files.id, files.entry, withdrawn);
  const events = (await files.readJson("events.json")) as TimelineEvent[];
  const { manifest } = files;
  const about = manifest.indicators.find(({ id }) => id === indicator);
  if (!about) throw new InputError(`no indicator: ${indicator} in ${manifest.dataset}`);
  const [first, last] = Array.isArray(period) ? period : [0, 9999];
  const year = ({ date }: TimelineEvent) => Number(date.slice(0, 4));
  const asked = events
    .filter((event) => areas.includes(event.area) && year(event) >= first && year(event) <= last)
    .map((event) => translateEvent(event, texts));
  const protection = manifest.protection.statement;
  const said = translateAbout({ ...about, protection, sources: manifest.sources }, texts);
  const { dataset, release } = manifest;
  const pin = { release: `${dataset}/${release}`, path: "manifest.json", sha256: files.manifestSha256 };
  return {
    kind: "timeline",
    pins: [pin],
    standing: standingTexts(translateAnswer({ notes: standingNotes(files.entry) }, texts)),
    at: (width) => laidOut(timelineModel(asked, said, { ...options, width })),
  };
}
