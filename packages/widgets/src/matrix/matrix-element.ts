import { matrixModel, matrixTree } from "@yeelen/charts/matrix";
import type { Answer, AnsweredRows } from "@yeelen/dataset/plain";
import { ChartElement } from "../element/chart-element.ts";
import type { ChartKind } from "../element/chart-kind.ts";
import { fit } from "../element/fit.ts";
import { rowsAlone } from "../element/rows-alone.ts";

/** `<yeelen-matrix>`: which years have a figure. */
export class YeelenMatrixElement extends ChartElement {
  protected override readonly kind: ChartKind<AnsweredRows, Answer> = {
    picture(answer, about, options) {
      const rows = rowsAlone(answer, about);
      const picture = fit((width) => matrixModel(rows, about, { ...options, width }), options);
      return { picture, node: matrixTree(picture) };
    },
    figure: async () => (await import("./matrix-figure.ts")).matrixFigure,
  };
}
