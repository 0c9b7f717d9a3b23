import { paint } from "../figure/paint.ts";
import { scriptLabel } from "../figure/script-label.ts";
import { signTree } from "../figure/signs.ts";
import { svgRoot } from "../figure/svg-root.ts";
import type { SvgElement, SvgNode } from "../node/svg-node.ts";
import type { Bar, BarModel } from "./bar-model.ts";

const THICK = 16;

/** The picture of a bar chart; mirrored where the script runs from right to left. */
export function barTree(model: BarModel): SvgElement {
  const { bars, headings, zero, dir, width } = model;
  const rtl = dir === "rtl";
  const across = (x: number) => (rtl ? width - x : x);
  const box = (from: number, to: number) => ({
    x: Math.min(across(from), across(to)),
    width: Math.abs(to - from),
  });
  const [near, far] = rtl ? (["right", "left"] as const) : (["left", "right"] as const);

  function row({ lines, text, colour, strong, y, from, to, sign, apart }: Bar): SvgNode[] {
    const end = sign ? zero + 26 : Math.max(from, to);
    return [
      ...lines.map((line, index) =>
        scriptLabel(line, {
          x: across(zero - 8),
          y: y + 4.5 + (index - (lines.length - 1) / 2) * 15,
          anchor: far,
          dir,
          bold: strong,
          colour: strong ? "accent" : "ink",
        }),
      ),
      sign
        ? signTree(sign, { ...box(zero, zero + 20), y: y - 4, height: 8 }, strong ? "accent" : "quiet")
        : [
            "rect",
            {
              ...box(from, to),
              y: y - THICK / 2,
              height: THICK,
              ...(apart
                ? { fill: "none", ...paint("stroke", colour), "stroke-width": 1.5 }
                : paint("fill", colour)),
            },
          ],
      scriptLabel(text, {
        x: across(end + 6),
        y: y + 4.5,
        anchor: near,
        dir,
        colour: sign ? "quiet" : "ink",
      }),
    ];
  }

  return svgRoot(model, [
    ...bars.flatMap(row),
    ...bars
      .filter(({ sign }) => !sign)
      .map(({ from, y }): SvgNode => [
        "line",
        { x1: across(from), x2: across(from), y1: y - 15, y2: y + 15, ...paint("stroke", "rest") },
      ]),
    ...headings.map(({ text, y }) =>
      scriptLabel(text, { x: across(0), y, anchor: near, dir, bold: true, size: 12 }),
    ),
  ]);
}
