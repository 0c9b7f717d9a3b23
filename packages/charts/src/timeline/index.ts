import { embed, type EmbedOptions } from "../embed/embed-code.ts";
import { frame } from "../figure/frame.ts";
import { standalone } from "../figure/standalone.ts";
import type { SvgElement } from "../node/svg-node.ts";
import type { TimelineModel } from "./timeline-model.ts";
import { timelineTree } from "./timeline-tree.ts";

export * from "./timeline-model.ts";
export { timelineTree } from "./timeline-tree.ts";
export * from "../core.ts";

/** The complete figure of a timeline. */
export function figureTree(model: TimelineModel): SvgElement {
  return frame(model, timelineTree(model));
}

/** The text of an SVG file of a timeline. */
export function standaloneSvg(model: TimelineModel): string {
  return standalone(model, timelineTree(model));
}

/** The partner's lines for a timeline. */
export function embedCode(model: TimelineModel, options: EmbedOptions): string {
  return embed("timeline", figureTree(model), options);
}
