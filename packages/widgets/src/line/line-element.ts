import { linePicture, lineTree } from "@yeelen/charts/line/picture";
import { ChartElement } from "../element/chart-element.ts";
import type { ChartKind } from "../element/chart-kind.ts";
import type { Answer, AnsweredRows } from "@yeelen/dataset/plain";

/** `<yeelen-line>`: figures over time. */
export class YeelenLineElement extends ChartElement {
  protected override readonly kind: ChartKind<AnsweredRows, Answer> = {
    picture(...drawn) {
      const picture = linePicture(...drawn);
      return { picture, node: lineTree(picture) };
    },
    figure: async () => (await import("./line-figure.ts")).lineFigure,
  };
}
