import { figureTree, standaloneTree, flowModel, type ChartOptions, flowTree } from "@yeelen/charts/flow";
import type { About, Answer } from "@yeelen/dataset/plain";
import type { CompleteFigure } from "../element/chart-kind.ts";

/** The complete figure of `<yeelen-flow>`: picture, words, table, source. */
export function flowFigure(answer: Answer, about: About, options: ChartOptions): CompleteFigure {
  const model = flowModel(answer, about, options);
  return { model, node: figureTree(model), file: standaloneTree(model, flowTree(model)) };
}
