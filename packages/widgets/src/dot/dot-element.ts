import { dotModel, dotTree } from "@yeelen/charts/dot";
import type { Answer, AnsweredRows } from "@yeelen/dataset/plain";
import { ChartElement } from "../element/chart-element.ts";
import type { ChartKind } from "../element/chart-kind.ts";
import { fit } from "../element/fit.ts";
import { rowsAlone } from "../element/rows-alone.ts";

/** `<yeelen-dot>`: two years or two groups compared. */
export class YeelenDotElement extends ChartElement {
  protected override readonly kind: ChartKind<AnsweredRows, Answer> = {
    picture(answer, about, options) {
      const rows = rowsAlone(answer, about);
      const picture = fit((width) => dotModel(rows, about, { ...options, width }), options);
      return { picture, node: dotTree(picture) };
    },
    figure: async () => (await import("./dot-figure.ts")).dotFigure,
  };
}
