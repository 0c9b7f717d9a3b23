import { stackModel, stackTree } from "@yeelen/charts/stack";
import type { Answer, AnsweredRows } from "@yeelen/dataset/plain";
import { ChartElement } from "../element/chart-element.ts";
import type { ChartKind } from "../element/chart-kind.ts";
import { fit } from "../element/fit.ts";
import { rowsAlone } from "../element/rows-alone.ts";

/** `<yeelen-stack>`: composition over time. */
export class YeelenStackElement extends ChartElement {
  protected override readonly kind: ChartKind<AnsweredRows, Answer> = {
    picture(answer, about, options) {
      const rows = rowsAlone(answer, about);
      const picture = fit((width) => stackModel(rows, about, { ...options, width }), options);
      return { picture, node: stackTree(picture) };
    },
    figure: async () => (await import("./stack-figure.ts")).stackFigure,
  };
}
