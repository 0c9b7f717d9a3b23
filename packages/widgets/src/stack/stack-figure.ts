import { figureTree, standaloneTree, stackModel, type ChartOptions, stackTree } from "@yeelen/charts/stack";
import type { About, Answer } from "@yeelen/dataset/plain";
import type { CompleteFigure } from "../element/chart-kind.ts";

/** The complete figure of `<yeelen-stack>`: picture, words, table, source. */
export function stackFigure(answer: Answer, about: About, options: ChartOptions): CompleteFigure {
  const model = stackModel(answer, about, options);
  return { model, node: figureTree(model), file: standaloneTree(model, stackTree(model)) };
}
