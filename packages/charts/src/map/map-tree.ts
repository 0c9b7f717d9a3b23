import { paint, paints, type LabelStyle } from "../figure/paint.ts";
import { scriptLabel } from "../figure/script-label.ts";
import { signTree } from "../figure/signs.ts";
import { svgRoot } from "../figure/svg-root.ts";
import type { SvgElement, SvgNode } from "../node/svg-node.ts";
import type { MapCountry, MapFrame, MapModel } from "./map-model.ts";

/** The picture of a map: other countries in the colour of hairlines, those asked for shaded or bearing a sign. */
export function mapTree(model: MapModel): SvgElement {
  const { frames, dir, width } = model;
  // a page may hold a figure's picture in several widths, all but one of them hidden, and what is hidden lends no pattern
  const id = `${model.id}-${width}`;
  return svgRoot(model, [
    ["defs", {}, frames.flatMap((frame, index) => definitions(frame, `${id}-${index}`))],
    ...frames.map((frame, index): SvgNode => [
      "g",
      { "clip-path": `url(#${id}-${index}-frame)` },
      [
        ["g", { transform: place(frame) }, shapes(frame, `${id}-${index}`)],
        ...frame.names.flatMap((name) => countryName(name, dir)),
      ],
    ]),
  ]);
}

/** The frame's edge, and the signs of what is hidden or contradictory, at the same size in every frame. */
function definitions({ x, y, width, height, scale }: MapFrame, id: string): SvgNode[] {
  const pattern = (sign: "hatch" | "cross"): SvgNode => [
    "pattern",
    {
      id: `${id}-${sign}`,
      width: 8,
      height: 8,
      patternUnits: "userSpaceOnUse",
      patternTransform: `scale(${(1 / scale).toFixed(4)})`,
    },
    [signTree(sign, { x: 0, y: 0, width: 8, height: 8 })],
  ];
  return [
    ["clipPath", { id: `${id}-frame` }, [["rect", { x, y, width, height }]]],
    pattern("hatch"),
    pattern("cross"),
  ];
}

function shapes({ land, countries }: MapFrame, id: string): SvgNode[] {
  const ordered = [...countries].sort((a, b) => Number(a.strong) - Number(b.strong));
  const edge = { "stroke-width": 0.5, "vector-effect": "non-scaling-stroke" };
  return [
    outline(land, { ...paints("hairline", "paper"), ...edge }),
    ...ordered.flatMap((each) => countryShape(each, id)),
  ];
}

/** The transform that brings outlines on the grid into a frame. */
export function place({ dx, dy, scale }: Pick<MapFrame, "dx" | "dy" | "scale">): string {
  return `translate(${dx.toFixed(2)} ${dy.toFixed(2)}) scale(${scale.toFixed(4)})`;
}

function countryShape({ code, d, colour, sign, strong }: MapCountry, id: string): SvgNode[] {
  const edge = strong ? outlined("ink", 2) : outlined("quiet", 0.75);
  if (colour !== null)
    return [
      outline(d, { ...paint("fill", colour), "data-area": code }),
      outline(d, { fill: "none", ...edge }),
    ];
  return [
    outline(d, { ...paint("fill", "paper"), "data-area": code }),
    outline(d, {
      fill: sign === "hatch" || sign === "cross" ? `url(#${id}-${sign})` : "none",
      ...edge,
      "stroke-dasharray": sign === "gap" ? "3 2" : undefined,
    }),
  ];
}

function outlined(colour: "ink" | "quiet", width: number) {
  return { ...paint("stroke", colour), "stroke-width": width, "vector-effect": "non-scaling-stroke" };
}

export function outline(d: string, attributes: SvgElement[1]): SvgNode {
  return ["path", { d, ...attributes, "stroke-linejoin": "round" }];
}

function countryName({ x, y, text, strong }: MapFrame["names"][number], dir: MapModel["dir"]): SvgNode[] {
  return haloed(text, { x, y, anchor: "middle", dir, size: 12, colour: "ink", bold: strong });
}

/** Words over a halo of paper, legible on every shade. */
export function haloed(text: string, style: LabelStyle): SvgNode[] {
  const name = scriptLabel(text, style);
  const halo = {
    ...name[1],
    ...paints("paper", "paper"),
    "stroke-width": 3,
    "stroke-linejoin": "round",
    "aria-hidden": "true",
  };
  return [["text", halo, [text]], name];
}
