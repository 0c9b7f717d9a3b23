import { embed, type EmbedOptions } from "../embed/embed-code.ts";
import { frame } from "../figure/frame.ts";
import { standalone } from "../figure/standalone.ts";
import type { SvgElement } from "../node/svg-node.ts";
import type { DotModel } from "./dot-model.ts";
import { dotTree } from "./dot-tree.ts";

export * from "./dot-model.ts";
export { dotTree } from "./dot-tree.ts";
export * from "../core.ts";

/** The complete figure of a dot chart. */
export function figureTree(model: DotModel): SvgElement {
  return frame(model, dotTree(model));
}

/** The text of an SVG file of a dot chart. */
export function standaloneSvg(model: DotModel): string {
  return standalone(model, dotTree(model));
}

/** The partner's lines for a dot chart. */
export function embedCode(model: DotModel, options: EmbedOptions): string {
  return embed("dot", figureTree(model), options);
}
