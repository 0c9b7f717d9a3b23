import { label } from "../figure/paint.ts";
import { svgRoot } from "../figure/svg-root.ts";
import type { SvgElement } from "../node/svg-node.ts";
import type { StatModel } from "./stat-model.ts";

/** The picture of one figure: the number, and beneath it what it says. */
export function statTree(model: StatModel): SvgElement {
  const { figure, large, lines, dir, width } = model;
  const side = dir === "rtl" ? ({ x: width, anchor: "right" } as const) : ({ x: 0, anchor: "left" } as const);
  return svgRoot(model, [
    label(figure, {
      ...side,
      y: 42,
      dir,
      size: large ? 46 : 26,
      bold: true,
      colour: large ? "ink" : "quiet",
    }),
    ...lines.map((line, index) =>
      label(line, { ...side, y: 70 + index * 20, dir, size: 14, colour: index === 0 ? "ink" : "quiet" }),
    ),
  ]);
}
