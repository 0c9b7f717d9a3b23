import { figureTree, tableModel, type ChartOptions } from "@yeelen/charts/table";
import type { About, Answer } from "@yeelen/dataset/plain";
import type { CompleteFigure } from "../element/chart-kind.ts";

/** The complete figure of `<yeelen-table>`: words, table, source. */
export function tableFigure(answer: Answer, about: About, options: ChartOptions): CompleteFigure {
  const model = tableModel(answer, about, options);
  return { model, node: figureTree(model), file: null };
}
