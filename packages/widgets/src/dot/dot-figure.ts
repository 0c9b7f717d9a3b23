import { figureTree, standaloneTree, dotModel, type ChartOptions, dotTree } from "@yeelen/charts/dot";
import type { About, Answer } from "@yeelen/dataset/plain";
import type { CompleteFigure } from "../element/chart-kind.ts";

/** The complete figure of `<yeelen-dot>`: picture, words, table, source. */
export function dotFigure(answer: Answer, about: About, options: ChartOptions): CompleteFigure {
  const model = dotModel(answer, about, options);
  return { model, node: figureTree(model), file: standaloneTree(model, dotTree(model)) };
}
