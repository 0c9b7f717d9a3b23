import { statModel, statTree } from "@yeelen/charts/stat";
import type { Answer, AnsweredRows } from "@yeelen/dataset/plain";
import { ChartElement } from "../element/chart-element.ts";
import type { ChartKind } from "../element/chart-kind.ts";
import { fit } from "../element/fit.ts";
import { rowsAlone } from "../element/rows-alone.ts";

/** `<yeelen-stat>`: one figure, its year and its change. */
export class YeelenStatElement extends ChartElement {
  protected override readonly kind: ChartKind<AnsweredRows, Answer> = {
    picture(answer, about, options) {
      const rows = rowsAlone(answer, about);
      const picture = fit((width) => statModel(rows, about, { ...options, width }), options);
      return { picture, node: statTree(picture) };
    },
    figure: async () => (await import("./stat-figure.ts")).statFigure,
  };
}
