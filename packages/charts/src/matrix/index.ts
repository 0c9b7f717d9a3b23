import { embed, type EmbedOptions } from "../embed/embed-code.ts";
import { frame } from "../figure/frame.ts";
import { standalone } from "../figure/standalone.ts";
import type { SvgElement } from "../node/svg-node.ts";
import type { MatrixModel } from "./matrix-model.ts";
import { matrixTree } from "./matrix-tree.ts";

export * from "./matrix-model.ts";
export { matrixTree } from "./matrix-tree.ts";
export * from "../core.ts";

/** The complete figure of a matrix. */
export function figureTree(model: MatrixModel): SvgElement {
  return frame(model, matrixTree(model));
}

/** The text of an SVG file of a matrix. */
export function standaloneSvg(model: MatrixModel): string {
  return standalone(model, matrixTree(model));
}

/** The partner's lines for a matrix. */
export function embedCode(model: MatrixModel, options: EmbedOptions): string {
  return embed("matrix", figureTree(model), options);
}
