import type { SvgElement } from "../node/svg-node.ts";
import type { LegendEntry } from "./figure.ts";
import { markTree } from "./marks.ts";
import { paint } from "./paint.ts";
import { signTree, type Box } from "./signs.ts";

/** What stands before an entry of the legend: the very mark, line or colour that the picture has. */
export function swatchTree({ sign, colour = "rest", mark, dash }: LegendEntry, box: Box): SvgElement {
  const { x, y, width, height } = box;
  if (sign !== "colour") return signTree(sign, { x, y: y + 1, width, height: height - 2 });
  const middle = y + height / 2;
  if (mark !== undefined) return markTree(mark, x + width / 2, middle, colour);
  if (dash !== undefined)
    return [
      "line",
      {
        x1: x,
        x2: x + width,
        y1: middle,
        y2: middle,
        ...paint("stroke", colour),
        "stroke-width": 2.5,
        "stroke-dasharray": dash,
      },
    ];
  return ["rect", { ...box, ...paint("fill", colour) }];
}
