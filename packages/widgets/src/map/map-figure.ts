import { figureTree, mapModel, mapTree, standaloneTree, type MapOptions } from "@yeelen/charts/map";
import type { About, Answer } from "@yeelen/dataset/plain";
import type { CompleteFigure } from "../element/chart-kind.ts";

/** The complete figure of `<yeelen-map>`: picture, words, table, source. */
export function mapFigure(answer: Answer, about: About, options: MapOptions): CompleteFigure {
  const model = mapModel(answer, about, options);
  return { model, node: figureTree(model), file: standaloneTree(model, mapTree(model)) };
}
