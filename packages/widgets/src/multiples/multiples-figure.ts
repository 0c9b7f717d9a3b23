import {
  figureTree,
  standaloneTree,
  multiplesModel,
  type ChartOptions,
  multiplesTree,
} from "@yeelen/charts/multiples";
import type { About, Answer } from "@yeelen/dataset/plain";
import type { CompleteFigure } from "../element/chart-kind.ts";

/** The complete figure of `<yeelen-multiples>`: picture, words, table, source. */
export function multiplesFigure(answer: Answer, about: About, options: ChartOptions): CompleteFigure {
  const model = multiplesModel(answer, about, options);
  return { model, node: figureTree(model), file: standaloneTree(model, multiplesTree(model)) };
}
