import { barModel, barTree } from "@yeelen/charts/bar";
import type { Answer, AnsweredRows } from "@yeelen/dataset/plain";
import { ChartElement } from "../element/chart-element.ts";
import type { ChartKind } from "../element/chart-kind.ts";
import { fit } from "../element/fit.ts";
import { rowsAlone } from "../element/rows-alone.ts";

/** `<yeelen-bar>`: figures ranked by size. */
export class YeelenBarElement extends ChartElement {
  protected override readonly kind: ChartKind<AnsweredRows, Answer> = {
    picture(answer, about, options) {
      const rows = rowsAlone(answer, about);
      const picture = fit((width) => barModel(rows, about, { ...options, width }), options);
      return { picture, node: barTree(picture) };
    },
    figure: async () => (await import("./bar-figure.ts")).barFigure,
  };
}
