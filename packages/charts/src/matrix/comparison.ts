import { embed, type EmbedOptions } from "../embed/embed-code.ts";
import { frame } from "../figure/frame.ts";
import { standalone } from "../figure/standalone.ts";
import type { SvgElement } from "../node/svg-node.ts";
import type { ComparisonModel } from "./comparison-model.ts";
import { comparisonTree } from "./comparison-tree.ts";

export * from "./comparison-model.ts";
export { comparisonTree } from "./comparison-tree.ts";
export { comparisonWarnings } from "./comparison-warnings.ts";
export { warningTexts } from "./warning-texts.ts";
export { enComparison, type ComparisonMessages } from "../text/comparison-messages.ts";
export { standaloneTree } from "../figure/standalone.ts";

/** The complete figure of a comparison, warnings included. */
export function figureTree(model: ComparisonModel): SvgElement {
  return frame(model, comparisonTree(model));
}

/** The text of an SVG file of a comparison, warnings included. */
export function standaloneSvg(model: ComparisonModel): string {
  return standalone(model, comparisonTree(model));
}

/** The partner's lines for a comparison. */
export function embedCode(model: ComparisonModel, options: EmbedOptions): string {
  return embed(model.kind, figureTree(model), options);
}
