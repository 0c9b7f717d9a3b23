import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  frameCode,
  imageCode,
  oembedLink,
  policyLines,
  toSvg,
  type Figure,
  type Oembed,
} from "@yeelen/charts";
import type { IndicatorQuery } from "@yeelen/dataset";
import { toAttributes } from "@yeelen/query";
import { InputError } from "../errors.ts";
import { chartOf, languages, type Chart, type LaidOut } from "./chart-of.ts";
import { chartPage } from "./chart-page.ts";
import { comparisonOf } from "./comparison-of.ts";
import { pngOf } from "./png-of.ts";

/** Pixels: a phone's column, so that the static figure can be read without any script. */
const STATIC_WIDTH = 340;
const IMAGE_WIDTH = 640;
/** Room for a frame's words until it says how high it is; CSS pixels. */
const WORDS_HEIGHT = 420;

export const forms = ["element", "frame", "image", "oembed", "policy"] as const;
export type EmbedForm = (typeof forms)[number];

export interface EmbedRequest {
  /** Address of the site that serves `data/` and `widgets/`, ending in `/`. */
  readonly host: string;
  /** Folder with catalog.json. */
  readonly data: string;
  /** Folder with the built widgets. */
  readonly widgets: string;
  /** Whether the figure stays that of this release. */
  readonly pinned: boolean;
  /** Whether the release that the question names may be a withdrawn one. */
  readonly withdrawn?: boolean;
  /** `line` if left out. */
  readonly kind?: string;
  /** `element` if left out. */
  readonly form?: EmbedForm;
  /** Language of the words; English if left out. */
  readonly lang?: string;
  /** Whether the figure opens its page: its data are fetched together with the script, near or not. */
  readonly opening?: boolean;
  readonly chosen?: string;
  readonly heading?: string;
  /** Ids of more indicators, which stand beside the question's in a matrix. */
  readonly with?: readonly string[];
  /** What such a matrix shows; `figures` if left out. */
  readonly show?: "figures" | "completeness";
  /** Folder for the files of an image or an oEmbed answer, which the site serves as `embed/`. */
  readonly out?: string;
}

/** The partner's lines for a question: element, frame, image or link, the static figure and each file's hash included. */
export async function embedOf(question: IndicatorQuery, request: EmbedRequest): Promise<string> {
  const {
    data,
    kind = "line",
    form = "element",
    lang = "en",
    chosen,
    heading,
    out,
    show = "figures",
    withdrawn,
  } = request;
  const site = siteOf(request.host);
  if (!forms.includes(form))
    throw new InputError(`not allowed in --form: ${form}; allowed: ${forms.join(", ")}`);
  if (!languages.includes(lang))
    throw new InputError(`not allowed in --lang: ${lang}; allowed: ${languages.join(", ")}`);
  if (form === "policy") return policyLines(site.href);
  const asked = {
    data,
    kind,
    lang,
    ...(chosen ? { chosen } : {}),
    ...(heading ? { title: heading } : {}),
    ...(withdrawn ? { withdrawn } : {}),
  };
  const more = (request.with ?? []).map((indicator) => ({ ...question, indicator }));
  const chart =
    more.length > 0 ? await comparisonOf([question, ...more], asked, show) : await chartOf(question, asked);
  const attributes = attributesOf(question, chart, request, site);
  const figure = chart.at(STATIC_WIDTH);
  const first = chart.standing.map((text) => `${toSvg(["p", { role: "note" }, [text]])}\n`).join("");
  if (form === "element") return first + (await elementLines(figure, chart, attributes, request, site));
  const frame = first + (await frameLines(figure.model, chart.kind, attributes, request, site));
  if (form === "frame") return frame;
  if (!out) throw new InputError(`not given: --out, the folder for the files of --form ${form}`);
  const lines = await fileLines({ model: figure.model, chart, frame, out, form, site, page: attributes });
  return first + lines;
}

type Attributes = Readonly<Record<string, string>>;

function attributesOf(
  question: IndicatorQuery,
  { pins }: Chart,
  { pinned, chosen, heading, lang, show, with: more = [] }: EmbedRequest,
  site: URL,
): Attributes {
  const asked = { ...question };
  delete asked.release;
  return {
    src: new URL("data/", site).href,
    ...toAttributes(asked),
    ...(more.length > 0 ? { indicator: [question.indicator, ...more].join(" ") } : {}),
    ...(more.length > 0 && show === "completeness" ? { show } : {}),
    ...(pinned
      ? { release: releasesOf(pins), integrity: pins.map(({ sha256 }) => fromHex(sha256)).join(" ") }
      : {}),
    ...(chosen ? { chosen } : {}),
    ...(heading ? { heading } : {}),
    ...(lang && lang !== "en" ? { lang } : {}),
  };
}

function releasesOf(pins: Chart["pins"]): string {
  return pins.map(({ release }) => release).join(" ");
}

async function elementLines(
  figure: LaidOut,
  { kind, pins }: Chart,
  attributes: Attributes,
  { pinned, widgets, opening }: EmbedRequest,
  site: URL,
): Promise<string> {
  const script = `yeelen-${kind}.js`;
  const [first, ...others] = pins;
  if (opening && others.length > 0)
    throw new InputError("not allowed with several releases: --opening, which fetches one file early");
  return figure.code({
    attributes,
    script: new URL(`widgets/${script}`, site).href,
    integrity: await integrityOf(join(widgets, script)),
    ...(pinned && opening ? { preload: new URL(`data/${first.release}/${first.path}`, site).href } : {}),
    ...(pinned ? {} : { release: releasesOf(pins) }),
  });
}

async function frameLines(
  model: Figure,
  kind: string,
  attributes: Attributes,
  { widgets }: EmbedRequest,
  site: URL,
): Promise<string> {
  const asked = Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== "src"));
  const script = "frame-height.js";
  return frameCode({
    page: new URL("widgets/frame.html", site).href,
    attributes: { kind, ...asked },
    title: model.title,
    height: model.height + WORDS_HEIGHT,
    script: new URL(`widgets/${script}`, site).href,
    integrity: await integrityOf(join(widgets, script)),
  });
}

interface FilesRequest {
  readonly model: Figure;
  readonly chart: Chart;
  readonly frame: string;
  readonly out: string;
  readonly form: EmbedForm;
  readonly site: URL;
  readonly page: Attributes;
}

/** Writes a chart's picture, its oEmbed answer and the page that names it; returns the lines for one of them. */
async function fileLines({ model, chart, frame, out, form, site, page }: FilesRequest): Promise<string> {
  const { model: wide, svg: draw } = chart.at(IMAGE_WIDTH);
  const svg = draw();
  if (svg === null) throw new InputError("not allowed in --kind: table; a table is no picture");
  const name = `${chart.kind}-${createHash("sha256").update(JSON.stringify(page)).digest("hex").slice(0, 12)}`;
  const folder = join(out, name);
  const at = new URL(`embed/${name}/`, site);
  const address = (file: string) => new URL(file, at).href;
  const { png, width, height } = pngOf(svg);
  const image = imageCode(wide, { svg: address("chart.svg"), png: address("chart.png"), width, height });
  const link = oembedLink(address("oembed.json"), wide.title);
  const answer: Oembed = {
    version: "1.0",
    type: "rich",
    title: wide.title,
    provider_name: "Yeelen",
    provider_url: site.href,
    html: frame,
    width: IMAGE_WIDTH,
    height: model.height + WORDS_HEIGHT,
    thumbnail_url: address("chart.png"),
    thumbnail_width: width * 2,
    thumbnail_height: height * 2,
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "chart.svg"), svg);
  await writeFile(join(folder, "chart.png"), png);
  await writeFile(join(folder, "oembed.json"), `${JSON.stringify(answer, null, 2)}\n`);
  await writeFile(join(folder, "index.html"), chartPage(wide, { link, image, address: at.href }));
  return form === "image" ? image : link;
}

function siteOf(host: string): URL {
  if (URL.canParse(host) && /^https?:.*\/$/.test(host)) return new URL(host);
  throw new InputError(`not allowed in --host: ${host}; allowed: an http or https address ending in /`);
}

function fromHex(sha256: string): string {
  return `sha256-${Buffer.from(sha256, "hex").toString("base64")}`;
}

async function integrityOf(file: string): Promise<string> {
  try {
    return `sha384-${createHash("sha384")
      .update(await readFile(file))
      .digest("base64")}`;
  } catch (cause) {
    throw new InputError(`no widget at ${file}: run npm start once, or name their folder with --widgets`, {
      cause,
    });
  }
}
