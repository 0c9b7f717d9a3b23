import { paint } from "../figure/paint.ts";
import { scriptLabel } from "../figure/script-label.ts";
import { signTree } from "../figure/signs.ts";
import { svgRoot } from "../figure/svg-root.ts";
import type { SvgElement, SvgNode } from "../node/svg-node.ts";
import type { MatrixModel } from "./matrix-model.ts";

/** The picture of a matrix; names stand on the reading side, time runs from left to right in every language. */
export function matrixTree(model: MatrixModel): SvgElement {
  const { rows, columns, cells, dir, width } = model;
  const [start, end] = dir === "rtl" ? ([width, 0] as const) : ([0, width] as const);
  const [near, far] = dir === "rtl" ? (["right", "left"] as const) : (["left", "right"] as const);
  return svgRoot(model, [
    ...columns.map(({ x, text }) => scriptLabel(text, { x, y: 14, anchor: "middle", dir, size: 12 })),
    ...rows.flatMap(({ lines, strong, y, count }): SvgNode[] => [
      ...lines.map((line, index) =>
        scriptLabel(line, {
          x: start,
          anchor: near,
          y: y + 4.5 + (index - (lines.length - 1) / 2) * 15,
          dir,
          bold: strong,
          colour: strong ? "accent" : "ink",
        }),
      ),
      scriptLabel(count, { x: end, y: y + 4.5, anchor: far, dir: "ltr" }),
    ]),
    ...cells.map(({ sign, strong, ...box }): SvgNode => {
      const colour = strong ? "accent" : "rest";
      if (sign === "filled") return ["rect", { ...box, ...paint("fill", colour) }];
      return signTree(
        sign,
        sign === "gap" ? { ...box, x: box.x + box.width / 2 - 5, width: 10 } : box,
        colour,
      );
    }),
  ]);
}
