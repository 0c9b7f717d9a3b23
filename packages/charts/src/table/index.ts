import { embed, type EmbedOptions } from "../embed/embed-code.ts";
import { figureTree, type TableModel } from "./table-model.ts";

export * from "./table-model.ts";
export * from "../core.ts";

/** The partner's lines for a table. */
export function embedCode(model: TableModel, options: EmbedOptions): string {
  return embed("table", figureTree(model), options);
}
