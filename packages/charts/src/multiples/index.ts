import { embed, type EmbedOptions } from "../embed/embed-code.ts";
import { frame } from "../figure/frame.ts";
import { standalone } from "../figure/standalone.ts";
import type { SvgElement } from "../node/svg-node.ts";
import type { MultiplesModel } from "./multiples-model.ts";
import { multiplesTree } from "./multiples-tree.ts";

export * from "./multiples-model.ts";
export { multiplesTree } from "./multiples-tree.ts";
export * from "../core.ts";

/** The complete figure of small multiples. */
export function figureTree(model: MultiplesModel): SvgElement {
  return frame(model, multiplesTree(model));
}

/** The text of an SVG file of small multiples. */
export function standaloneSvg(model: MultiplesModel): string {
  return standalone(model, multiplesTree(model));
}

/** The partner's lines for small multiples. */
export function embedCode(model: MultiplesModel, options: EmbedOptions): string {
  return embed("multiples", figureTree(model), options);
}
