import { embed, type EmbedOptions } from "../embed/embed-code.ts";
import { frame } from "../figure/frame.ts";
import { standalone } from "../figure/standalone.ts";
import type { SvgElement } from "../node/svg-node.ts";
import type { StatModel } from "./stat-model.ts";
import { statTree } from "./stat-tree.ts";

export * from "./stat-model.ts";
export { statTree } from "./stat-tree.ts";
export * from "../core.ts";

/** The complete figure of one figure. */
export function figureTree(model: StatModel): SvgElement {
  return frame(model, statTree(model));
}

/** The text of an SVG file of one figure. */
export function standaloneSvg(model: StatModel): string {
  return standalone(model, statTree(model));
}

/** The partner's lines for one figure. */
export function embedCode(model: StatModel, options: EmbedOptions): string {
  return embed("stat", figureTree(model), options);
}
