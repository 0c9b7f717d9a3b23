import type { ChartRequest, Draw, DrawOptions } from "$lib/charts/draw.ts";
import type { KindPen } from "$lib/charts/kind-pen.ts";
import type { LanguageTag } from "$lib/language/languages.ts";
import type { Shown } from "./explorer.svelte.ts";
import type { Kind } from "./kinds.ts";

/** What is drawn, for those who walk through its points or save it. */
export interface Drawing {
  readonly kind: Kind;
  readonly request: ChartRequest;
  readonly options: DrawOptions;
}

export interface PictureOptions {
  readonly lang: LanguageTag;
  /** What the figures are called; they say beside it which persons alone are counted. */
  readonly titleOf: (shown: Shown) => string;
  /** Names of counterpart countries by code. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * The picture of what the page shows. Served first; from then on drawn here, for the one width that fits, by the pen of its
 * kind. Until a pen is loaded the last picture stays.
 */
export class ExplorerPicture {
  readonly #options: PictureOptions;
  readonly #served: Shown;
  #turn = 0;

  markup = $state.raw("");
  drawing = $state.raw<Drawing>() as Drawing;
  /** What the picture shows: for as long as a pen is fetched, what the page showed before. */
  shown = $state.raw<Shown>() as Shown;

  constructor(served: Shown, draw: Draw, options: PictureOptions) {
    this.#options = options;
    this.#served = served;
    this.shown = served;
    this.drawing = this.#drawingOf(served);
    this.markup = draw(this.drawing.request, this.drawing.options);
  }

  penOf = async (kind: Kind = this.drawing.kind): Promise<KindPen> => {
    const { kindPenOf } = await import("$lib/charts/kind-pen.ts");
    return kindPenOf(kind, this.#options.lang);
  };

  /** Draws what is shown into a column as wide as `room`, in CSS pixels; what was served stands already. */
  async show(shown: Shown, room: number): Promise<void> {
    const turn = ++this.#turn;
    if (shown === this.#served && this.drawing.request.asked === shown.asked) return;
    const { pictureWidths } = await import("$lib/charts/kind-pen.ts");
    const pen = await this.penOf(shown.chosen.kind);
    if (turn !== this.#turn) return;
    const drawing = this.#drawingOf(shown);
    const width = pictureWidths.findLast((one) => one <= room) ?? pictureWidths[0];
    this.markup = pen.draw(drawing.request, drawing.options, [width]);
    this.drawing = drawing;
    this.shown = shown;
  }

  #drawingOf(shown: Shown): Drawing {
    const { asked, chosen } = shown;
    return {
      kind: chosen.kind,
      request: { id: "explorer", asked, title: this.#options.titleOf(shown) },
      options: {
        names: this.#options.names,
        ...(chosen.forward !== null && { chosen: chosen.forward }),
      },
    };
  }
}
