import {
  figureTree,
  standaloneTree,
  timelineModel,
  timelineTree,
  type ChartOptions,
  type TimelineEvent,
} from "@yeelen/charts/timeline";
import type { About } from "@yeelen/dataset/plain";
import type { CompleteFigure } from "../element/chart-kind.ts";

/** The complete figure of `<yeelen-timeline>`: picture, words, table, source. */
export function timelineFigure(
  events: readonly TimelineEvent[],
  about: About,
  options: ChartOptions,
): CompleteFigure {
  const model = timelineModel(events, about, options);
  return { model, node: figureTree(model), file: standaloneTree(model, timelineTree(model)) };
}
