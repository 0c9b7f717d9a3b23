import { embed, type EmbedOptions } from "../embed/embed-code.ts";
import { frame } from "../figure/frame.ts";
import { standalone } from "../figure/standalone.ts";
import type { SvgElement } from "../node/svg-node.ts";
import type { FlowModel } from "./flow-model.ts";
import { flowTree } from "./flow-tree.ts";

export * from "./flow-model.ts";
export type { FlowOptions } from "./flows.ts";
export { flowTree } from "./flow-tree.ts";
export * from "../core.ts";

/** The complete figure of a flow chart. */
export function figureTree(model: FlowModel): SvgElement {
  return frame(model, flowTree(model));
}

/** The text of an SVG file of a flow chart. */
export function standaloneSvg(model: FlowModel): string {
  return standalone(model, flowTree(model));
}

/** The partner's lines for a flow chart. */
export function embedCode(model: FlowModel, options: EmbedOptions): string {
  return embed("flow", figureTree(model), options);
}
