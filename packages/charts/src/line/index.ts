import { embed, type EmbedOptions } from "../embed/embed-code.ts";
import { frame } from "../figure/frame.ts";
import { standalone } from "../figure/standalone.ts";
import type { SvgElement } from "../node/svg-node.ts";
import type { LineModel } from "./line-model.ts";
import { lineTree } from "./line-tree.ts";

export { lineModel, type LineModel } from "./line-model.ts";
export { linePicture, type LineOptions, type LinePicture } from "./line-picture.ts";
export { lineTree } from "./line-tree.ts";
export * from "../core.ts";

/** The complete figure of a line chart. */
export function figureTree(model: LineModel): SvgElement {
  return frame(model, lineTree(model));
}

/** A line chart as the text of an SVG file. */
export function standaloneSvg(model: LineModel): string {
  return standalone(model, lineTree(model));
}

/** The partner's lines for a line chart. */
export function embedCode(model: LineModel, options: EmbedOptions): string {
  return embed("line", figureTree(model), options);
}
