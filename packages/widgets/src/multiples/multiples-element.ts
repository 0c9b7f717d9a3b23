import { multiplesModel, multiplesTree } from "@yeelen/charts/multiples";
import type { Answer, AnsweredRows } from "@yeelen/dataset/plain";
import { ChartElement } from "../element/chart-element.ts";
import type { ChartKind } from "../element/chart-kind.ts";
import { fit } from "../element/fit.ts";
import { rowsAlone } from "../element/rows-alone.ts";

/** `<yeelen-multiples>`: a small line chart for each country. */
export class YeelenMultiplesElement extends ChartElement {
  protected override readonly kind: ChartKind<AnsweredRows, Answer> = {
    picture(answer, about, options) {
      const rows = rowsAlone(answer, about);
      const picture = fit((width) => multiplesModel(rows, about, { ...options, width }), options);
      return { picture, node: multiplesTree(picture) };
    },
    figure: async () => (await import("./multiples-figure.ts")).multiplesFigure,
  };
}
