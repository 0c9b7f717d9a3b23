import { embed, type EmbedOptions } from "../embed/embed-code.ts";
import { frame } from "../figure/frame.ts";
import { standalone } from "../figure/standalone.ts";
import type { SvgElement } from "../node/svg-node.ts";
import type { MapModel } from "./map-model.ts";
import { mapTree } from "./map-tree.ts";

export * from "./map-model.ts";
export { NARROW } from "./frames.ts";
export { mapTree } from "./map-tree.ts";
export * from "../core.ts";

/** The complete figure of a map. */
export function figureTree(model: MapModel): SvgElement {
  return frame(model, mapTree(model));
}

/** The text of an SVG file of a map. */
export function standaloneSvg(model: MapModel): string {
  return standalone(model, mapTree(model));
}

/** The partner's lines for a map. */
export function embedCode(model: MapModel, options: EmbedOptions): string {
  return embed("map", figureTree(model), options);
}
