import {
  standaloneTree,
  toSvg,
  type ChartModel,
  type ChartOptions,
  type Figure,
  type LineModel,
  type Messages,
  type SvgElement,
  type SvgNode,
} from "@yeelen/charts";
import type { About, Answer } from "@yeelen/dataset/plain";
import { languageOf, type LanguageTag } from "$lib/language/languages.ts";
import { chartTexts } from "./chart-texts.ts";
import { lineHeight, type ChartRequest, type DrawOptions } from "./draw.ts";
import type { Kind } from "$lib/explore/kinds.ts";

/** Every kind that answers are drawn as: those of the indicator page, and those that are put on other pages alone. */
export type DrawnKind = Kind | "dot" | "matrix" | "stat";

/** One kind of chart, in one language; its code is loaded when it is first chosen. */
export interface KindPen {
  readonly kind: DrawnKind;
  modelOf(request: ChartRequest, options: DrawOptions, width: number): Figure;
  /** The complete figure of a page elsewhere, with every note: what `embedCode` wraps. */
  whole(request: ChartRequest, options: DrawOptions, width: number): ChartModel;
  /** The figure as markup: its words and table once, its picture for each width. */
  draw(request: ChartRequest, options: DrawOptions, widths: readonly number[]): string;
  /** The picture as a file of its own, with its title, notes and source; null for a table. */
  fileOf(request: ChartRequest, options: DrawOptions): SvgElement | null;
}

/** Widths that a picture is laid out for: the page shows the widest that fits, so that text is never scaled down. */
export const pictureWidths = [328, 520, 704, 880] as const;

const fileWidth = 760;

interface Drawer<Model extends ChartModel> {
  model(answer: Answer, about: About, options: ChartOptions): Model;
  figure(model: Model): SvgElement;
  picture?(model: Model): SvgElement;
}

/** The pen of a kind; only that kind's code and that language's texts are loaded. */
export async function kindPenOf(kind: DrawnKind, lang: LanguageTag): Promise<KindPen> {
  const [pen, messages] = await Promise.all([drawers[kind](), chartTexts[lang]()]);
  return pen({ kind, messages, locale: languageOf(lang).locale });
}

/** The text of an SVG file. */
export function standaloneText(tree: SvgElement): string {
  return `${toSvg(tree)}\n`;
}

interface PenOptions {
  readonly kind: DrawnKind;
  readonly messages: Messages;
  readonly locale: string;
}

type MakePen = (options: PenOptions) => KindPen;

const drawers: Readonly<Record<DrawnKind, () => Promise<MakePen>>> = {
  line: async () => {
    const { lineModel, lineTree, figureTree } = await import("@yeelen/charts/line");
    return penWith<LineModel>({ model: lineModel, figure: figureTree, picture: lineTree });
  },
  bar: async () => {
    const { barModel, barTree, figureTree } = await import("@yeelen/charts/bar");
    return penWith({ model: barModel, figure: figureTree, picture: barTree });
  },
  map: async () => {
    const [{ mapModel, mapTree, figureTree }, { default: geometry }] = await Promise.all([
      import("@yeelen/charts/map"),
      import("@yeelen/charts/map/world.json"),
    ]);
    return penWith({
      model: (answer, about, options) => mapModel(answer, about, { ...options, geometry }),
      figure: figureTree,
      picture: mapTree,
    });
  },
  stack: async () => {
    const { stackModel, stackTree, figureTree } = await import("@yeelen/charts/stack");
    return penWith({ model: stackModel, figure: figureTree, picture: stackTree });
  },
  multiples: async () => {
    const { multiplesModel, multiplesTree, figureTree } = await import("@yeelen/charts/multiples");
    return penWith({ model: multiplesModel, figure: figureTree, picture: multiplesTree });
  },
  flow: async () => {
    const { flowModel, flowTree, figureTree } = await import("@yeelen/charts/flow");
    return penWith({ model: flowModel, figure: figureTree, picture: flowTree });
  },
  dot: async () => {
    const { dotModel, dotTree, figureTree } = await import("@yeelen/charts/dot");
    return penWith({ model: dotModel, figure: figureTree, picture: dotTree });
  },
  matrix: async () => {
    const { matrixModel, matrixTree, figureTree } = await import("@yeelen/charts/matrix");
    return penWith({ model: matrixModel, figure: figureTree, picture: matrixTree });
  },
  stat: async () => {
    const { statModel, statTree, figureTree } = await import("@yeelen/charts/stat");
    return penWith({ model: statModel, figure: figureTree, picture: statTree });
  },
  table: async () => {
    const { tableModel, figureTree } = await import("@yeelen/charts/table");
    return penWith({ model: tableModel, figure: figureTree });
  },
};

function penWith<Model extends ChartModel>({ model, figure, picture }: Drawer<Model>): MakePen {
  return ({ kind, messages, locale }) => {
    const lay = (
      { asked: { answer, about }, title, id }: ChartRequest,
      { chosen, names, small = false }: DrawOptions,
      width: number,
      file: boolean,
    ) =>
      model(
        file ? answer : { ...answer, notes: answer.notes.filter(({ code }) => code !== "caveat") },
        about,
        {
          messages,
          locale,
          ...(title === "" ? {} : { title }),
          width,
          ...(kind === "line" && lineHeight(answer, small, width)),
          ...(file ? {} : { id }),
          ...(chosen === undefined ? {} : { chosen }),
          ...(names && { names }),
        },
      );
    return {
      kind,
      modelOf: (request, options, width) => lay(request, options, width, false),
      whole: (request, options, width) => lay(request, options, width, true),
      draw(request, options, widths) {
        const models = widths.map((width) => lay(request, options, width, false));
        const [first] = models;
        if (!first) throw new Error("no width to draw for");
        const tree = figure(first);
        return toSvg(picture ? withPictures(tree, models, picture) : tree);
      },
      fileOf(request, options) {
        if (!picture) return null;
        const whole = lay(request, options, fileWidth, true);
        return standaloneTree(whole, picture(whole));
      },
    };
  };
}

/** The figure with one picture for each width in the place of its own. */
function withPictures<Model extends Figure>(
  [tag, attributes, children = []]: SvgElement,
  models: readonly Model[],
  picture: (model: Model) => SvgElement,
): SvgElement {
  const pictures = models.map((model): SvgNode => [
    "div",
    { class: "plot", "data-width": model.width },
    [picture(model)],
  ]);
  return [
    tag,
    attributes,
    children.flatMap((child) => (typeof child !== "string" && child[0] === "svg" ? pictures : [child])),
  ];
}
