import { matrixModel, matrixTree } from "@yeelen/charts/matrix";
import type { Answer, AnsweredRows, View } from "@yeelen/dataset/plain";
import { ChartElement } from "../element/chart-element.ts";
import type { ChartKind } from "../element/chart-kind.ts";
import { fit } from "../element/fit.ts";
import { rowsAlone } from "../element/rows-alone.ts";
import type { Settings } from "../element/settings.ts";
import type { ComparedViews, SideBySide } from "./side-by-side.ts";

/** `<yeelen-matrix>`: which years have a figure; of several indicators, the newest figure of each beside its warnings. */
export class YeelenMatrixElement extends ChartElement<
  AnsweredRows | SideBySide,
  Answer | SideBySide,
  View | ComparedViews
> {
  protected override readonly forms = {
    indicator: /^[a-z\d-]+(\s+[a-z\d-]+)*$/,
    release: /^([a-z\d-]+\/[\da-z.-]+(\s+|$))*$/,
    integrity: /^(sha(256|384|512)-[\w+/]+=*(\s+|$))*$/,
  };

  protected override readonly kind: ChartKind<AnsweredRows | SideBySide, Answer | SideBySide> = {
    picture(answer, about, options) {
      if ("table" in answer) return answer.picture(options);
      const rows = rowsAlone(answer, about);
      const picture = fit((width) => matrixModel(rows, about, { ...options, width }), options);
      return { picture, node: matrixTree(picture) };
    },
    figure: async () => {
      const { matrixFigure } = await import("./matrix-figure.ts");
      return (answer, about, options) =>
        "table" in answer ? answer.figure(options) : matrixFigure(answer, about, options);
    },
  };

  protected override async load(settings: Settings): Promise<View | ComparedViews> {
    if (!/\s/.test(settings.field("indicator") ?? "")) return super.load(settings);
    return (await import("./load-comparison.ts")).loadComparison(settings, (...call) => fetch(...call));
  }

  protected override answer(data: View | ComparedViews, settings: Settings): AnsweredRows | undefined {
    return "compare" in data ? undefined : (super.answer(data, settings) as AnsweredRows | undefined);
  }

  override async fullAnswer(data: View | ComparedViews): Promise<Answer | SideBySide> {
    return "compare" in data ? data.compare(this) : super.fullAnswer(data);
  }
}
