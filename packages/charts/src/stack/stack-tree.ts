import { label, paint, paints } from "../figure/paint.ts";
import { signTree } from "../figure/signs.ts";
import { svgRoot } from "../figure/svg-root.ts";
import type { SvgElement, SvgNode } from "../node/svg-node.ts";
import { OPEN, type StackModel } from "./stack-model.ts";

/** The picture of a stacked chart, with names beside the last stack in place of a key. */
export function stackTree(model: StackModel): SvgElement {
  const { left, right, ticks, years, parts, open, empty, lanes, labels, dir, height } = model;
  return svgRoot(model, [
    ...ticks.flatMap(({ y, text }, index): SvgNode[] => [
      ["line", { x1: left, x2: right, y1: y, y2: y, ...paint("stroke", index ? "hairline" : "rest") }],
      label(text, { x: left - 8, y: y + 4, anchor: "right", dir, size: 12 }),
    ]),
    ...years.map(({ x, text }) => label(text, { x, y: height - 8, anchor: "middle", dir, size: 12 })),
    ...parts.map(({ colour, ...box }): SvgNode => [
      "rect",
      // a thread of paper between parts tells them apart where colours do not
      { ...box, ...(box.height > 4 ? paints(colour, "paper") : paint("fill", colour)) },
    ]),
    ...open.map(({ x, y, width }): SvgNode => [
      "line",
      {
        x1: x,
        x2: x + width,
        y1: y,
        y2: y,
        ...paint("stroke", "quiet"),
        "stroke-width": 2,
        "stroke-dasharray": OPEN,
      },
    ]),
    ...(empty === null
      ? []
      : [label(empty, { x: (left + right) / 2, y: height / 2, anchor: "middle", dir })]),
    ...lanes.map((mark) => signTree(mark.sign, mark, mark.colour)),
    ...labels.flatMap(({ x, y, lines, colour }): SvgNode[] => [
      ["rect", { x, y: y - 9, width: 9, height: 9, ...paint("fill", colour) }],
      ...lines.map((line, index) => label(line, { x: x + 13, y: y + index * 15, dir, colour: "ink" })),
    ]),
  ]);
}
