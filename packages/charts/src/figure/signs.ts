import { crossPath, hatchPath } from "../node/hatch.ts";
import type { SvgElement } from "../node/svg-node.ts";
import { paint, type Colour } from "./paint.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What stands for a figure that is not shown, filling a box. */
export function signTree(sign: "hatch" | "cross" | "gap", box: Box, colour: Colour = "quiet"): SvgElement {
  const { x, y, width, height } = box;
  const draw = { hatch: hatchPath, cross: crossPath, gap: gapPath }[sign];
  return [
    "path",
    { d: draw(x, y, width, height), fill: "none", ...paint("stroke", colour), "stroke-width": 1.25 },
  ];
}

function gapPath(x: number, y: number, width: number, height: number): string {
  return `M${x} ${y + height / 2}h${width / 4}m${width / 2} 0h${width / 4}`;
}

/** How a missing figure is drawn. */
export function signOf(absence: string): "hatch" | "cross" | "gap" {
  return absence === "suppressed" ? "hatch" : absence === "conflicting" ? "cross" : "gap";
}
