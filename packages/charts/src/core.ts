export type {
  ChartOptions,
  ChartPoint,
  ChartTable,
  Figure,
  LegendEntry,
  Picture,
  SourceLine,
  TableCell,
} from "./figure/figure.ts";
export type { Attributes, SvgElement, SvgNode } from "./node/svg-node.ts";
export type { EmbedOptions } from "./embed/embed-code.ts";
export { toSvg } from "./node/to-svg.ts";
export { toDom } from "./node/to-dom.ts";
export { chartTable, tableTree } from "./table/table-tree.ts";
export { describe } from "./describe/describe.ts";
export { chartStyles } from "./styles/chart-styles.ts";
export { pictureStyles } from "./styles/picture-styles.ts";
export { en } from "./text/english.ts";
export type { Messages, Names, PictureMessages } from "./text/messages.ts";
export { standaloneTree } from "./figure/standalone.ts";
export { paint } from "./figure/paint.ts";
export { signTree } from "./figure/signs.ts";
