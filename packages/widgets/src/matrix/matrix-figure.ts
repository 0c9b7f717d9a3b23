import {
  figureTree,
  standaloneTree,
  matrixModel,
  type ChartOptions,
  matrixTree,
} from "@yeelen/charts/matrix";
import type { About, Answer } from "@yeelen/dataset/plain";
import type { CompleteFigure } from "../element/chart-kind.ts";

/** The complete figure of `<yeelen-matrix>`: picture, words, table, source. */
export function matrixFigure(answer: Answer, about: About, options: ChartOptions): CompleteFigure {
  const model = matrixModel(answer, about, options);
  return { model, node: figureTree(model), file: standaloneTree(model, matrixTree(model)) };
}
