import { embed, type EmbedOptions } from "../embed/embed-code.ts";
import { frame } from "../figure/frame.ts";
import { standalone } from "../figure/standalone.ts";
import type { SvgElement } from "../node/svg-node.ts";
import type { BarModel } from "./bar-model.ts";
import { barTree } from "./bar-tree.ts";

export * from "./bar-model.ts";
export { barTree } from "./bar-tree.ts";
export * from "../core.ts";

/** The complete figure of a bar chart. */
export function figureTree(model: BarModel): SvgElement {
  return frame(model, barTree(model));
}

/** The text of an SVG file of a bar chart. */
export function standaloneSvg(model: BarModel): string {
  return standalone(model, barTree(model));
}

/** The partner's lines for a bar chart. */
export function embedCode(model: BarModel, options: EmbedOptions): string {
  return embed("bar", figureTree(model), options);
}
