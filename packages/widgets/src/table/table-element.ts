import { ChartElement } from "../element/chart-element.ts";
import type { ChartKind } from "../element/chart-kind.ts";
import type { Answer, AnsweredRows } from "@yeelen/dataset/plain";

/** `<yeelen-table>`: the figures themselves. */
export class YeelenTableElement extends ChartElement {
  protected override readonly kind: ChartKind<AnsweredRows, Answer> = {
    figure: async () => (await import("./table-figure.ts")).tableFigure,
  };
}
