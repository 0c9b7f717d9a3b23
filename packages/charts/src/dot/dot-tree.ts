import { isHollow, markTree } from "../figure/marks.ts";
import { paint } from "../figure/paint.ts";
import { scriptLabel } from "../figure/script-label.ts";
import { signTree } from "../figure/signs.ts";
import { svgRoot } from "../figure/svg-root.ts";
import type { SvgElement, SvgNode } from "../node/svg-node.ts";
import type { DotModel, DotPanel, DotRow } from "./dot-model.ts";

/** The picture of a dot chart; mirrored where the script runs from right to left. */
export function dotTree(model: DotModel): SvgElement {
  const { panels, width, dir } = model;
  const rtl = dir === "rtl";
  const across = (x: number) => (rtl ? width - x : x);

  function axis({ top, bottom, ticks }: DotPanel): SvgNode[] {
    return ticks.flatMap(({ x, text }, index): SvgNode[] => [
      [
        "line",
        {
          x1: across(x),
          x2: across(x),
          y1: top,
          y2: bottom,
          ...paint("stroke", index ? "hairline" : "rest"),
        },
      ],
      scriptLabel(text, { x: across(x), y: top - 6, anchor: "middle", dir, size: 12 }),
    ]);
  }

  function row({ lines, strong, joined, y, dots, signs }: DotRow): SvgNode[] {
    const xs = dots.map(({ x }) => across(x));
    return [
      ...lines.map((line, index) =>
        scriptLabel(line, {
          x: across(0),
          y: y + 4.5 + (index - (lines.length - 1) / 2) * 15,
          anchor: rtl ? "right" : "left",
          dir,
          bold: strong,
          colour: strong ? "accent" : "ink",
        }),
      ),
      ...(joined && xs.length > 1
        ? [
            [
              "line",
              {
                x1: Math.min(...xs),
                x2: Math.max(...xs),
                y1: y,
                y2: y,
                ...paint("stroke", "rest"),
                "stroke-width": 1.5,
              },
            ] as const,
          ]
        : []),
      ...[...dots]
        .sort((a, b) => Number(isHollow(b.mark)) - Number(isHollow(a.mark)))
        .map(({ x, mark, colour }) => markTree(mark, across(x), y, colour)),
      ...signs.map(({ x, colour, sign }) =>
        signTree(sign, { x: across(x) - (rtl ? 18 : 0), y: y - 4, width: 18, height: 8 }, colour),
      ),
    ];
  }

  return svgRoot(model, [...panels.flatMap(axis), ...panels.flatMap((panel) => panel.rows.flatMap(row))]);
}
