import { paint } from "../figure/paint.ts";
import { scriptLabel } from "../figure/script-label.ts";
import { signTree } from "../figure/signs.ts";
import { svgRoot } from "../figure/svg-root.ts";
import { pathData } from "../node/path-data.ts";
import type { SvgElement, SvgNode } from "../node/svg-node.ts";
import type { MultiplesModel, SmallPanel } from "./multiples-model.ts";

/** The picture of small multiples. */
export function multiplesTree(model: MultiplesModel): SvgElement {
  return svgRoot(
    model,
    model.panels.flatMap((panel) => smallPanel(panel, model.dir)),
  );
}

function smallPanel(panel: SmallPanel, dir: MultiplesModel["dir"]): SvgNode[] {
  const { left, right, top, bottom, title, titleY, strong, tick, yearsY, first, last, lines, lanes } = panel;
  const rtl = dir === "rtl";
  const [near, far] = rtl ? [right, left] : [left, right];
  const anchor = rtl ? "right" : "left";
  return [
    ...title.map((line, index) =>
      scriptLabel(line, {
        x: near,
        anchor,
        y: titleY + index * 15,
        dir,
        bold: true,
        colour: strong ? "accent" : "ink",
      }),
    ),
    ...(tick
      ? [
          [
            "line",
            { x1: left, x2: right, y1: tick.y, y2: tick.y, ...paint("stroke", "hairline") },
          ] satisfies SvgNode,
          scriptLabel(tick.text, { x: far, y: top - 4, anchor: rtl ? "left" : "right", dir, size: 12 }),
        ]
      : []),
    ["line", { x1: left, x2: right, y1: bottom, y2: bottom, ...paint("stroke", "rest") }],
    scriptLabel(first, { x: left, y: yearsY, dir, size: 12 }),
    ...(first === last ? [] : [scriptLabel(last, { x: right, y: yearsY, anchor: "right", dir, size: 12 })]),
    ...lanes.map((mark) => signTree(mark.sign, mark, mark.colour === "ink" ? "quiet" : mark.colour)),
    ...lines.flatMap(({ colour, dash, runs }): SvgNode[] => [
      [
        "path",
        {
          d: runs.map(pathData).join(""),
          fill: "none",
          ...paint("stroke", colour),
          "stroke-width": 2,
          "stroke-dasharray": dash || undefined,
          "stroke-linejoin": "round",
        },
      ],
      ...runs
        .filter((run) => run.length === 1)
        .flat()
        .map(({ x, y }): SvgNode => ["circle", { cx: x, cy: y, r: 2.5, ...paint("fill", colour) }]),
    ]),
  ];
}
