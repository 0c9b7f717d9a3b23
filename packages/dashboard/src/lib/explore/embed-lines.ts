import { frameCode, imageCode, policyLines, type SvgElement } from "@yeelen/charts";
import type { LanguageTag } from "$lib/language/languages.ts";
import { base64 } from "./base64.ts";
import type { EmbedChart } from "./embed-chart.ts";

/** How somebody wants a chart to stand on a page elsewhere. */
export interface EmbedDress {
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
  /** The hash of a file below `widgets/`, as an `integrity` attribute takes it. */
  integrityOf(file: string): Promise<string>;
}

/** Room for a frame's words until it says how high it is; CSS pixels. */
const wordsHeight = 420;

/** The lines that put a chart of this site on another page, made as `yeelen embed` makes them. */
export async function embedLines(
  chart: EmbedChart,
  dress: EmbedDress,
  { site, integrityOf }: EmbedPlace,
): Promise<EmbedLines> {
  const { kind, figure, picture, name, pins } = chart;
  const attributes = pins && attributesOf(chart, pins, dress);
  const script = `yeelen-${kind}.js`;
  const frameScript = "frame-height.js";
  const widgets = new URL("widgets/", site);
  return {
    element:
      attributes &&
      chart.code({
        attributes: { src: new URL("data/", site).href, ...attributes },
        script: new URL(script, widgets).href,
        integrity: await integrityOf(script),
        ...(dress.pinned ? {} : { release: releasesOf(pins) }),
      }),
    frame:
      attributes &&
      frameCode({
        page: new URL("frame.html", widgets).href,
        attributes: { kind, ...attributes },
        title: figure.title,
        height: Math.ceil(figure.height) + wordsHeight,
        script: new URL(frameScript, widgets).href,
        integrity: await integrityOf(frameScript),
      }),
    image:
      picture &&
      imageCode(figure, {
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

type Pins = NonNullable<EmbedChart["pins"]>;

function attributesOf(
  { question, heading }: EmbedChart,
  pins: Pins,
  { chosen, lang, theme, pinned }: EmbedDress,
): Record<string, string> {
  return {
    ...question,
    ...(pinned
      ? {
          release: releasesOf(pins),
          integrity: pins.map(({ sha256 }) => `sha256-${base64(fromHex(sha256))}`).join(" "),
        }
      : {}),
    ...(chosen === null ? {} : { chosen }),
    ...(heading ? { heading } : {}),
    ...(theme === "auto" ? {} : { theme }),
    ...(lang === "en" ? {} : { lang }),
  };
}

function releasesOf(pins: Pins): string {
  return pins.map(({ release }) => release).join(" ");
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
