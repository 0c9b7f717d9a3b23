import { label, paint, paints } from "../figure/paint.ts";
import { signTree } from "../figure/signs.ts";
import { svgRoot } from "../figure/svg-root.ts";
import { haloed, outline, place } from "../map/map-tree.ts";
import { round } from "../node/path-data.ts";
import type { SvgElement, SvgNode } from "../node/svg-node.ts";
import type { Spot } from "./arcs.ts";
import type { FlowMapLine, FlowMapModel } from "./flow-map-model.ts";
import { SIZE } from "./place-labels.ts";

const edge = { "vector-effect": "non-scaling-stroke" };
const SAMPLE = 28;

/** The picture of flows on a map; the map itself stands the same way in every language, the words beneath do not. */
export function flowMapTree(model: FlowMapModel): SvgElement {
  const { id, view, land, countries, arcs, rings, origins, labels, beneath, dir } = model;
  const frame = { x: view.x, y: view.y, width: view.width, height: view.height };
  return svgRoot(model, [
    ["defs", {}, [["clipPath", { id: `${id}-frame` }, [["rect", frame]]]]],
    [
      "g",
      { "clip-path": `url(#${id}-frame)` },
      [
        [
          "g",
          { transform: place(view) },
          [
            outline(land, { ...paints("hairline", "paper"), "stroke-width": 0.5, ...edge }),
            ...countries.map(({ code, d, strong }) =>
              outline(d, {
                ...paints("paper", strong ? "ink" : "quiet"),
                "stroke-width": strong ? 1.5 : 0.75,
                "data-area": code,
                ...edge,
              }),
            ),
          ],
        ],
        ...arcs.flatMap(band),
        ...rings.map(({ x, y, radius, thickness }): SvgNode => [
          "circle",
          { cx: x, cy: y, r: radius, fill: "none", ...paint("stroke", "accent"), "stroke-width": thickness },
        ]),
        ...origins.map(({ x, y }): SvgNode => ["circle", { cx: x, cy: y, r: 3, ...paint("fill", "ink") }]),
        ...labels.flatMap(({ x, y, text, strong }) =>
          haloed(text, { x, y, anchor: "middle", dir, size: SIZE, colour: "ink", bold: strong }),
        ),
      ],
    ],
    ...scaleOf(model),
    ...beneath.flatMap((line) => lineBeneath(line, model)),
  ]);
}

function band({ start, control, base, head, thickness, strong }: FlowMapModel["arcs"][number]): SvgNode[] {
  const colour = strong ? "accent" : "rest";
  return [
    [
      "path",
      {
        d: `M${at(start)}Q${at(control)} ${at(base)}`,
        fill: "none",
        ...paint("stroke", colour),
        "stroke-opacity": 0.75,
        "stroke-width": thickness,
      },
    ],
    ["path", { d: `M${head.map(at).join("L")}Z`, ...paint("fill", colour), "fill-opacity": 0.75 }],
  ];
}

/** Bands as thick as round figures, in a row beneath the map. */
function scaleOf({ scale, view, width, dir }: FlowMapModel): SvgNode[] {
  const step = Math.min(130, width / Math.max(1, scale.length));
  return scale.flatMap(({ thickness, text }, index): SvgNode[] => {
    const y = view.height + 16;
    return [
      [
        "rect",
        {
          ...sideways(index * step, SAMPLE, width, dir),
          y: y - thickness / 2,
          height: thickness,
          ...paint("fill", "accent"),
          "fill-opacity": 0.75,
        },
      ],
      words(text, index * step + SAMPLE + 6, y + 4.5, width, dir),
    ];
  });
}

function lineBeneath({ y, text, sign, thickness }: FlowMapLine, { width, dir }: FlowMapModel): SvgNode[] {
  if (!sign) return [words(text, 0, y, width, dir, true)];
  const middle = y - 4.5;
  const room = sideways(0, 20, width, dir);
  const mark: SvgNode =
    sign === "band"
      ? [
          "rect",
          {
            ...room,
            y: middle - thickness / 2,
            height: thickness,
            ...paint("fill", "accent"),
            "fill-opacity": 0.75,
          },
        ]
      : sign === "ring"
        ? [
            "circle",
            {
              cx: room.x + 10,
              cy: middle,
              r: 6,
              fill: "none",
              ...paint("stroke", "accent"),
              "stroke-width": Math.min(6, thickness),
            },
          ]
        : signTree(sign, { ...room, y: y - 8, height: 8 });
  return [mark, words(text, SAMPLE, y, width, dir)];
}

/** A box that begins so far from the side where reading begins. */
function sideways(from: number, size: number, width: number, dir: "ltr" | "rtl") {
  return { x: dir === "rtl" ? width - from - size : from, width: size };
}

function words(
  text: string,
  from: number,
  y: number,
  width: number,
  dir: "ltr" | "rtl",
  bold = false,
): SvgNode {
  const rtl = dir === "rtl";
  return label(text, {
    x: rtl ? width - from : from,
    y,
    anchor: rtl ? "right" : "left",
    dir,
    ...(bold ? { size: 12, bold } : {}),
  });
}

function at({ x, y }: Spot): string {
  return `${round(x)} ${round(y)}`;
}
