import { label, paint } from "../figure/paint.ts";
import { signTree } from "../figure/signs.ts";
import { svgRoot } from "../figure/svg-root.ts";
import { pathData } from "../node/path-data.ts";
import type { SvgElement, SvgNode } from "../node/svg-node.ts";
import { LINE_HEIGHT, type EndLabel } from "./end-labels.ts";
import type { LinePicture } from "./line-picture.ts";
import type { LinePanel, PlacedLine } from "./line-panels.ts";

/** The picture of a line chart, complete without a style sheet. */
export function lineTree(model: LinePicture): SvgElement {
  const { panels, years, lanes, empty, dir, height } = model;
  return svgRoot(model, [
    ...panels.flatMap((panel) => axes(panel, model)),
    ...years.map(({ x, text }) => label(text, { x, y: height - 8, anchor: "middle", dir, size: 12 })),
    ...lanes.map((mark) => signTree(mark.sign, mark, mark.colour)),
    ...panels.flatMap((panel) => strongLast(panel.lines).flatMap(lineMarks)),
    ...panels.flatMap((panel) => panel.labels.flatMap((each) => endLabel(each, dir))),
    ...(empty === null ? [] : [label(empty, { x: model.width / 2, y: height / 2, anchor: "middle", dir })]),
  ]);
}

function axes(
  { left, right, top, bottom, ticks, breaks }: LinePanel,
  { dir, empty }: LinePicture,
): SvgNode[] {
  return [
    ...ticks
      .filter(({ y }) => empty === null || y === bottom)
      .flatMap(({ y, text }): SvgNode[] => [
        [
          "line",
          { x1: left, x2: right, y1: y, y2: y, ...paint("stroke", y === bottom ? "rest" : "hairline") },
        ],
        label(text, { x: left - 8, y: y + 4, anchor: "right", dir, size: 12 }),
      ]),
    ...breaks.map((x): SvgNode => [
      "line",
      { x1: x, x2: x, y1: top - 8, y2: bottom, ...paint("stroke", "quiet"), "stroke-dasharray": "4 3" },
    ]),
  ];
}

function strongLast(lines: readonly PlacedLine[]): PlacedLine[] {
  return [...lines].sort((a, b) => Number(a.strong) - Number(b.strong));
}

function lineMarks({ key, colour, strong, runs, dots }: PlacedLine): SvgNode[] {
  const d = runs.map(pathData).join("");
  return [
    [
      "path",
      {
        d,
        fill: "none",
        ...paint("stroke", colour),
        "data-series": key,
        "stroke-width": strong ? 2.5 : 1.25,
        "stroke-linejoin": "round",
      },
    ],
    ...dots.map(({ x, y }): SvgNode => [
      "circle",
      { cx: x, cy: y, r: strong ? 3 : 2, ...paint("fill", colour), "data-series": key },
    ]),
  ];
}

/** Palette colours are for marks; names stand in ink beside a stroke of theirs, so that text keeps its contrast. */
function endLabel({ colour, strong, x, y, lines, leader }: EndLabel, dir: LinePicture["dir"]): SvgNode[] {
  const points = leader.map(([px, py]) => ({ x: px, y: py }));
  return [
    ["path", { d: pathData(points), fill: "none", ...paint("stroke", "rest"), "stroke-dasharray": "1 3" }],
    ...(strong && colour !== "accent"
      ? [["path", { d: `M${x - 3} ${y - 4.5}h-9`, ...paint("stroke", colour), "stroke-width": 3 }] as const]
      : []),
    ...lines.map((line, index) =>
      label(line, {
        x,
        y: y + index * LINE_HEIGHT,
        dir,
        colour: !strong ? "quiet" : index === lines.length - 1 || colour !== "accent" ? "ink" : colour,
        bold: strong && index < lines.length - 1,
      }),
    ),
  ];
}
