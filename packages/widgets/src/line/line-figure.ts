import { figureTree, lineModel, standaloneTree, type LineOptions, lineTree } from "@yeelen/charts/line";
import type { About, Answer } from "@yeelen/dataset/plain";
import type { CompleteFigure } from "../element/chart-kind.ts";

/** The complete figure of `<yeelen-line>`: picture, words, table, source. */
export function lineFigure(answer: Answer, about: About, options: LineOptions): CompleteFigure {
  const model = lineModel(answer, about, options);
  return { model, node: figureTree(model), file: standaloneTree(model, lineTree(model)) };
}
