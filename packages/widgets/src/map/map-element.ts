import { mapModel, mapTree, NARROW, type MapOptions } from "@yeelen/charts/map";
import type { Answer, AnsweredRows, View } from "@yeelen/dataset/plain";
import { ChartElement } from "../element/chart-element.ts";
import type { ChartKind } from "../element/chart-kind.ts";
import { fit } from "../element/fit.ts";
import { rowsAlone } from "../element/rows-alone.ts";
import type { Settings } from "../element/settings.ts";

/** `<yeelen-map>`: countries shaded by class. Their outlines load beside the figures. */
export class YeelenMapElement extends ChartElement {
  #geometry: MapOptions["geometry"] = { width: 0, height: 0, areas: {} };

  protected override readonly kind: ChartKind<AnsweredRows, Answer> = {
    picture: (answer, about, options) => {
      const rows = rowsAlone(answer, about);
      const geometry = this.#geometry;
      const layOut = (width: number) => mapModel(rows, about, { ...options, width, geometry });
      // a phone's map follows from its width, a desk's fills the box
      const desk = options.width >= NARROW;
      const picture = desk ? mapModel(rows, about, { ...options, geometry }) : fit(layOut, options);
      return { picture, node: mapTree(picture) };
    },
    figure: async () => {
      const { mapFigure } = await import("./map-figure.ts");
      return (answer, about, options) => mapFigure(answer, about, { ...options, geometry: this.#geometry });
    },
  };

  protected override async load(settings: Settings): Promise<View> {
    const [view, world] = await Promise.all([super.load(settings), import("@yeelen/charts/map/world.json")]);
    this.#geometry = world.default;
    return view;
  }
}
