import {
  embedCode,
  figureTree,
  lineModel,
  lineTree,
  standaloneSvg,
  toSvg,
  type EmbedOptions,
  type LineModel,
  type SvgElement,
  type SvgNode,
} from "@yeelen/charts";
import type { Answer } from "@yeelen/dataset/plain";
import { languageOf, type LanguageTag } from "$lib/language/languages.ts";
import type { Asked } from "$lib/story/told.ts";
import { chartTexts } from "./chart-texts.ts";

export interface ChartRequest {
  readonly id: string;
  readonly asked: Asked;
  readonly title: string;
}

export interface DrawOptions {
  /** For charts that stand in pairs: one picture, half as wide as the column. */
  readonly small?: boolean;
  readonly chosen?: string;
  /** Names of countries by code, for figures that name more than the countries of this site. */
  readonly names?: Readonly<Record<string, string>>;
}

export type Draw = (request: ChartRequest, options: DrawOptions) => string;

/** Everything that makes charts, in one language. */
export interface Pen {
  /** A figure as markup from one answer: its words and table once, its picture for phones and for desks. */
  readonly draw: Draw;
  /** The model of one picture. General caveats stand beside the charts of a page once, not under each of them. */
  modelOf(request: ChartRequest, options: DrawOptions, width: number): LineModel;
  /** The picture as a file of its own, with its title, notes and source. */
  svgFile(request: ChartRequest, options: DrawOptions): string;
  /** The lines that a partner pastes, with the picture for a phone's column. */
  embed(request: ChartRequest, options: DrawOptions, embed: EmbedOptions): string;
}

/** Widths that a picture is laid out for: the page shows the widest that fits, so that text is never scaled down. */
const widths = [328, 520, 704, 880] as const;

/** The pen of a language; only that language's texts are loaded. */
export async function penOf(lang: LanguageTag): Promise<Pen> {
  const texts = await chartTexts[lang]();
  const { locale } = languageOf(lang);

  function modelOf(
    { id, asked: { answer, about }, title }: ChartRequest,
    { small = false, ...options }: DrawOptions,
    width: number,
  ): LineModel {
    const notes = answer.notes.filter(({ code }) => code !== "caveat");
    const height = lineHeight(answer, small, width);
    return lineModel({ ...answer, notes }, about, {
      ...options,
      ...height,
      messages: texts,
      locale,
      title,
      id,
      width,
    });
  }

  return {
    modelOf,
    draw(request, options) {
      const fitting = options.small ? widths.slice(0, 1) : widths;
      const models = fitting.map((width) => modelOf(request, options, width));
      const [first] = models;
      if (!first) throw new Error("no width to draw for");
      return toSvg(withPictures(figureTree(first), models));
    },
    svgFile: (request, options) => standaloneSvg(modelOf(request, options, 880)),
    embed({ asked: { answer, about }, title }, { chosen }, embed) {
      const options = {
        messages: texts,
        locale,
        title,
        width: 340,
        ...(chosen === undefined ? {} : { chosen }),
      };
      return embedCode(lineModel(answer, about, options), embed);
    },
  };
}

/** A handful of points needs no tall frame; many countries on a desk need one. */
export function lineHeight(
  { rows }: Pick<Answer, "rows">,
  small: boolean,
  width: number,
): { readonly height?: number } {
  const values = rows.filter(({ value }) => value !== null).length;
  const many = new Set(rows.map(({ area }) => area)).size > 5;
  if (values === 0) return { height: 120 };
  if (small) return { height: 230 };
  if (values <= 3) return { height: 220 };
  return many && width >= 704 ? { height: 480 } : {};
}

/** The figure with one picture for each width in the place of its own. */
function withPictures(
  [tag, attributes, children = []]: SvgElement,
  models: readonly LineModel[],
): SvgElement {
  const pictures = models.map((model): SvgNode => [
    "div",
    { class: "plot", "data-width": model.width },
    [lineTree(model)],
  ]);
  return [
    tag,
    attributes,
    children.flatMap((child) => (typeof child !== "string" && child[0] === "svg" ? pictures : [child])),
  ];
}
