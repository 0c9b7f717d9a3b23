import type { Figure } from "../figure/figure.ts";
import { toSvg } from "../node/to-svg.ts";

export interface ImageOptions {
  readonly svg: string;
  /** At twice the SVG's size. */
  readonly png: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** What a partner pastes where no script and no frame may be: the picture, its description, its source. */
export function imageCode(
  { title, subtitle, description, sources, locale, dir }: Figure,
  { svg, png, width, height }: ImageOptions,
): string {
  const source = sources.map(({ text, licence }) => `${text}. ${licence}`).join(" ");
  return `${toSvg([
    "figure",
    { lang: locale, dir },
    [
      [
        "picture",
        {},
        [
          ["source", { type: "image/svg+xml", srcset: svg }],
          ["img", { src: png, alt: `${title}. ${subtitle}. ${description}`, width, height, loading: "lazy" }],
        ],
      ],
      ["figcaption", {}, [source]],
    ],
  ])}\n`;
}
