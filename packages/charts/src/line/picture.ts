/** The drawing of lines without the words around them: what a script needs where a page holds the words already. */
export { linePicture, type LineOptions, type LinePicture } from "./line-picture.ts";
export { lineTree } from "./line-tree.ts";
export type { ChartPoint, Picture } from "../figure/figure.ts";
export { toDom } from "../node/to-dom.ts";
export { pictureStyles } from "../styles/picture-styles.ts";
export type { SvgElement } from "../node/svg-node.ts";
