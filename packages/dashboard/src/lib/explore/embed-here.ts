import { resolve } from "$app/paths";
import { embedCode, frameCode, imageCode, policyLines, type SvgElement } from "@yeelen/charts";
import { dimensions } from "@yeelen/dataset/plain";
import { toAttributes } from "@yeelen/query/views";
import { kindPenOf, standaloneText, type DrawnKind } from "$lib/charts/kind-pen.ts";
import type { LanguageTag } from "$lib/language/languages.ts";
import type { Asked } from "$lib/story/told.ts";
import { catalogHere } from "./engine-here.ts";

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

/** CSS pixels: a phone's column, so that the static figure can be read without any script. */
const staticWidth = 340;
/** Room for a frame's words until it says how high it is; CSS pixels. */
const wordsHeight = 420;

const hashes = new Map<string, Promise<string>>();

/** The lines that put a chart of this site on another page, made as `yeelen embed` makes them. */
export async function embedLines(request: EmbedRequest): Promise<EmbedLines> {
  const { kind, asked, title, chosen, lang, pinned } = request;
  const site = new URL(resolve("/"), location.href);
  const pen = await kindPenOf(kind, lang);
  const drawn = { id: `yeelen-${kind}`, asked, title };
  const options = chosen === null ? {} : { chosen };
  const { dataset, release } = asked.answer.provenance;
  const hash = await viewHash(asked);
  const attributes = hash === null ? null : attributesOf(request, hash, site);
  const model = pen.whole(drawn, options, staticWidth);
  const picture = pen.fileOf(drawn, options);
  const name = `${asked.answer.query.indicator}-${kind}`;
  const script = new URL(`widgets/yeelen-${kind}.js`, site).href;
  const height = new URL("widgets/frame-height.js", site).href;
  return {
    element:
      attributes &&
      embedCode(model, {
        attributes,
        script,
        integrity: await integrityOf(script),
        ...(pinned ? {} : { release: `${dataset}/${release}` }),
      }),
    frame:
      attributes &&
      frameCode({
        page: new URL("widgets/frame.html", site).href,
        attributes: { kind, ...without(attributes, "src") },
        title: model.title,
        height: Math.ceil(model.height) + wordsHeight,
        script: height,
        integrity: await integrityOf(height),
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

/** The picture's two files. */
export async function pictureFiles(picture: SvgElement): Promise<{ readonly svg: Blob; readonly png: Blob }> {
  const { paintTree } = await import("@yeelen/widgets/tools/paint-tree");
  const canvas = document.createElement("canvas");
  paintTree(picture, canvas, 2);
  const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!png) throw new Error("png: this browser writes no picture");
  return { svg: new Blob([standaloneText(picture)], { type: "image/svg+xml" }), png };
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
async function viewHash({ answer: { query, provenance } }: Asked): Promise<string | null> {
  const catalog = await catalogHere();
  const { manifest } = await catalog.release(`${provenance.dataset}/${provenance.release}`);
  const named = [...(query.by ?? []), ...Object.keys(query.where ?? {})];
  const held = dimensions.filter((dimension) => named.includes(dimension)).join("-");
  const path = `views/${query.indicator}.${held || "total"}.json`;
  return manifest.files.find((file) => file.path === path)?.sha256 ?? null;
}

function integrityOf(address: string): Promise<string> {
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

function without(attributes: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== name));
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
