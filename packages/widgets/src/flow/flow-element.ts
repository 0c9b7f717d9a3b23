import { flowModel, flowTree } from "@yeelen/charts/flow";
import type { Answer, AnsweredRows } from "@yeelen/dataset/plain";
import { ChartElement } from "../element/chart-element.ts";
import type { ChartKind } from "../element/chart-kind.ts";
import { fit } from "../element/fit.ts";
import { rowsAlone } from "../element/rows-alone.ts";

/** `<yeelen-flow>`: flows from countries to countries. */
export class YeelenFlowElement extends ChartElement {
  protected override readonly kind: ChartKind<AnsweredRows, Answer> = {
    picture(answer, about, options) {
      const rows = rowsAlone(answer, about);
      const picture = fit((width) => flowModel(rows, about, { ...options, width }), options);
      return { picture, node: flowTree(picture) };
    },
    figure: async () => (await import("./flow-figure.ts")).flowFigure,
  };
}
