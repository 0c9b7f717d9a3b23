import { embedCode, frameCode, imageCode, policyLines, type SvgElement } from "@yeelen/charts";
import { dimensions } from "@yeelen/dataset/plain";
import type { OpenCatalog } from "@yeelen/query";
import { toAttributes } from "@yeelen/query/views";
import { kindPenOf, type DrawnKind } from "$lib/charts/kind-pen.ts";
import type { LanguageTag } from "$lib/language/languages.ts";
import type { Asked } from "$lib/story/told.ts";
import { base64 } from "./base64.ts";

/** A chart as somebody wants it on a page elsewhere. */
export interface EmbedRequest {
  readonly kind: DrawnKind;
  readonly asked: Asked;
  /** The title of the figure in the lines. */
  readonly title: string;
  /** In place of the indicator's title, also once the script runs; empty for none. */
  readonly heading: string;
  readonly chosen: string | null;
  readonly lang: LanguageTag;
  readonly theme: "auto" | "light" | "dark";
  /** Whether the figures stay those of this release. */
  readonly pinned: boolean;
}

/** What is pasted, in each form; a form that cannot be had is null. */
export interface EmbedLines {
  readonly element: string | null;
  readonly frame: string | null;
  readonly image: string | null;
  readonly policy: string;
  /** The picture as a file, and what the image's lines call it, without its ending. */
  readonly picture: SvgElement | null;
  readonly name: string;
}

/** Where the site stands that the lines read from. */
export interface EmbedPlace {
  readonly site: URL;
  readonly catalog: OpenCatalog;
  /** The hash of a file below `widgets/`, as an `integrity` attribute takes it. */
  integrityOf(file: string): Promise<string>;
}

/** CSS pixels: a phone's column, so that the static figure can be read without any script. */
const staticWidth = 340;
/** Room for a frame's words until it says how high it is; CSS pixels. */
const wordsHeight = 420;

/** The lines that put a chart of this site on another page, made as `yeelen embed` makes them. */
export async function embedLines(
  request: EmbedRequest,
  { site, catalog, integrityOf }: EmbedPlace,
): Promise<EmbedLines> {
  const { kind, asked, title, chosen, lang, pinned } = request;
  const pen = await kindPenOf(kind, lang);
  const drawn = { id: `yeelen-${kind}`, asked, title };
  const options = chosen === null ? {} : { chosen };
  const { dataset, release } = asked.answer.provenance;
  const hash = await viewHash(asked, catalog);
  const attributes = hash === null ? null : attributesOf(request, hash, site);
  const model = pen.whole(drawn, options, staticWidth);
  const picture = pen.fileOf(drawn, options);
  const name = `${asked.answer.query.indicator}-${kind}`;
  const script = `yeelen-${kind}.js`;
  const frameScript = "frame-height.js";
  const widgets = new URL("widgets/", site);
  return {
    element:
      attributes &&
      embedCode(model, {
        attributes,
        script: new URL(script, widgets).href,
        integrity: await integrityOf(script),
        ...(pinned ? {} : { release: `${dataset}/${release}` }),
      }),
    frame:
      attributes &&
      frameCode({
        page: new URL("frame.html", widgets).href,
        attributes: { kind, ...without(attributes, "src") },
        title: model.title,
        height: Math.ceil(model.height) + wordsHeight,
        script: new URL(frameScript, widgets).href,
        integrity: await integrityOf(frameScript),
      }),
    image:
      picture &&
      imageCode(model, {
        svg: `${name}.svg`,
        png: `${name}.png`,
        width: Number(picture[1]["width"]),
        height: Number(picture[1]["height"]),
      }),
    policy: policyLines(site.href),
    picture,
    name,
  };
}

function attributesOf(request: EmbedRequest, hash: string, site: URL): Record<string, string> {
  const { asked, heading, chosen, lang, theme, pinned } = request;
  const { query, provenance } = asked.answer;
  const open = { ...query };
  delete open.release;
  const pins = { release: `${provenance.dataset}/${provenance.release}` };
  return {
    src: new URL("data/", site).href,
    ...toAttributes(pinned ? { ...open, ...pins } : open),
    ...(pinned ? { integrity: `sha256-${base64(fromHex(hash))}` } : {}),
    ...(chosen === null ? {} : { chosen }),
    ...(heading ? { heading } : {}),
    ...(theme === "auto" ? {} : { theme }),
    ...(lang === "en" ? {} : { lang }),
  };
}

/** The hash of the very file that an element fetches for a question; null where no such file was published. */
async function viewHash(
  { answer: { query, provenance } }: Asked,
  catalog: OpenCatalog,
): Promise<string | null> {
  const { manifest } = await catalog.release(`${provenance.dataset}/${provenance.release}`);
  const named = [...(query.by ?? []), ...Object.keys(query.where ?? {})];
  const held = dimensions.filter((dimension) => named.includes(dimension)).join("-");
  const path = `views/${query.indicator}.${held || "total"}.json`;
  return manifest.files.find((file) => file.path === path)?.sha256 ?? null;
}

function without(attributes: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== name));
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
