import { embed, type EmbedOptions } from "../embed/embed-code.ts";
import { frame } from "../figure/frame.ts";
import { standalone } from "../figure/standalone.ts";
import type { SvgElement } from "../node/svg-node.ts";
import type { StackModel } from "./stack-model.ts";
import { stackTree } from "./stack-tree.ts";

export * from "./stack-model.ts";
export { stackTree } from "./stack-tree.ts";
export * from "../core.ts";

/** The complete figure of a stacked chart. */
export function figureTree(model: StackModel): SvgElement {
  return frame(model, stackTree(model));
}

/** The text of an SVG file of a stacked chart. */
export function standaloneSvg(model: StackModel): string {
  return standalone(model, stackTree(model));
}

/** The partner's lines for a stacked chart. */
export function embedCode(model: StackModel, options: EmbedOptions): string {
  return embed("stack", figureTree(model), options);
}
