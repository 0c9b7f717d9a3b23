import type { SvgElement } from "../node/svg-node.ts";
import { round } from "../node/path-data.ts";
import { paint, paints, type Colour } from "./paint.ts";

const FULL = 4.5;
const HOLLOW = 6;

/**
 * A mark at a place, told from the others by its shape as well as by its colour: disc, ring, square, square ring, diamond,
 * diamond ring, then again. A full mark fits into a hollow one, so that both are seen where they coincide.
 */
export function markTree(place: number, x: number, y: number, colour: Colour): SvgElement {
  const hollow = isHollow(place);
  const d = outline(Math.floor((place % 6) / 2), x, y, hollow ? HOLLOW : FULL);
  return [
    "path",
    { d, ...(hollow ? { ...paints("paper", colour), "stroke-width": 2 } : paint("fill", colour)) },
  ];
}

export function isHollow(place: number): boolean {
  return place % 2 === 1;
}

function outline(shape: number, x: number, y: number, radius: number): string {
  if (shape === 0)
    return `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
  const half = shape === 1 ? radius * 0.9 : radius * 1.2;
  return shape === 1
    ? `M${round(x - half)} ${round(y - half)}h${2 * half}v${2 * half}h${-2 * half}z`
    : `M${round(x)} ${round(y - half)}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`;
}
