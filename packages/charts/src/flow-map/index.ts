import { frame } from "../figure/frame.ts";
import { standalone } from "../figure/standalone.ts";
import type { SvgElement } from "../node/svg-node.ts";
import type { FlowMapModel } from "./flow-map-model.ts";
import { flowMapTree } from "./flow-map-tree.ts";

export * from "./flow-map-model.ts";
export { flowMapTree } from "./flow-map-tree.ts";
export * from "../core.ts";

/** The complete figure of flows on a map. */
export function figureTree(model: FlowMapModel): SvgElement {
  return frame(model, flowMapTree(model));
}

/** The text of an SVG file of flows on a map. */
export function standaloneSvg(model: FlowMapModel): string {
  return standalone(model, flowMapTree(model));
}
