import { figureTree, standaloneTree, barModel, type ChartOptions, barTree } from "@yeelen/charts/bar";
import type { About, Answer } from "@yeelen/dataset/plain";
import type { CompleteFigure } from "../element/chart-kind.ts";

/** The complete figure of `<yeelen-bar>`: picture, words, table, source. */
export function barFigure(answer: Answer, about: About, options: ChartOptions): CompleteFigure {
  const model = barModel(answer, about, options);
  return { model, node: figureTree(model), file: standaloneTree(model, barTree(model)) };
}
