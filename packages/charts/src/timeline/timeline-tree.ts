import { paint } from "../figure/paint.ts";
import { scriptLabel } from "../figure/script-label.ts";
import { svgRoot } from "../figure/svg-root.ts";
import type { SvgElement, SvgNode } from "../node/svg-node.ts";
import type { TimelineEntry, TimelineModel } from "./timeline-model.ts";

/** The picture of a timeline; mirrored where the script runs from right to left. */
export function timelineTree(model: TimelineModel): SvgElement {
  const { events, line, width, dir } = model;
  const rtl = dir === "rtl";
  const across = (x: number) => (rtl ? width - x : x);
  const [near, far] = rtl ? (["right", "left"] as const) : (["left", "right"] as const);

  function entry({ y, date, title, below, binding }: TimelineEntry): SvgNode[] {
    const text = { x: across(line + 16), anchor: near, dir };
    return [
      ...date.map((part, index) =>
        scriptLabel(part, { x: across(line - 12), y: y + index * 18, anchor: far, dir }),
      ),
      ["circle", { cx: across(line), cy: y - 4.5, r: 5, ...paint("fill", binding ? "accent" : "paper") }],
      [
        "circle",
        {
          cx: across(line),
          cy: y - 4.5,
          r: 5,
          fill: "none",
          ...paint("stroke", "accent"),
          "stroke-width": 1.5,
        },
      ],
      ...title.map((part, index) =>
        scriptLabel(part, { ...text, y: y + index * 18, size: 14, colour: "ink", bold: binding }),
      ),
      scriptLabel(below, { ...text, y: y + title.length * 18 }),
    ];
  }

  const first = events[0]?.y ?? 0;
  const last = events.at(-1)?.y ?? 0;
  return svgRoot(model, [
    [
      "line",
      {
        x1: across(line),
        x2: across(line),
        y1: first - 4,
        y2: last - 4,
        ...paint("stroke", "hairline"),
        "stroke-width": 2,
      },
    ],
    ...events.flatMap(entry),
  ]);
}
