import { figureTree, standaloneTree, statModel, type ChartOptions, statTree } from "@yeelen/charts/stat";
import type { About, Answer } from "@yeelen/dataset/plain";
import type { CompleteFigure } from "../element/chart-kind.ts";

/** The complete figure of `<yeelen-stat>`: picture, words, table, source. */
export function statFigure(answer: Answer, about: About, options: ChartOptions): CompleteFigure {
  const model = statModel(answer, about, options);
  return { model, node: figureTree(model), file: standaloneTree(model, statTree(model)) };
}
