import type { NamedFlow } from "../flow/flows.ts";

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A flow between two places of a map. */
export interface Arc {
  readonly flow: NamedFlow;
  readonly start: Spot;
  readonly control: Spot;
  /** Where the band ends and its head begins. */
  readonly base: Spot;
  /** The head's corners: its point, then both sides. */
  readonly head: readonly [Spot, Spot, Spot];
  /** Pixels. */
  readonly thickness: number;
  /** Half-way along the band. */
  readonly middle: Spot;
}

/** A flow that stays in one country. */
export interface Ring extends Spot {
  readonly flow: NamedFlow;
  readonly radius: number;
  readonly thickness: number;
}

export const THINNEST = 1.5;
const CLEAR = 6;
const BEND = 0.18;

/** A band bent to the right of its way, so that two ways between the same places do not lie on each other. */
export function arcOf(flow: NamedFlow, from: Spot, to: Spot, thickness: number): Arc {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const control = { x: (from.x + to.x) / 2 + dy * BEND, y: (from.y + to.y) / 2 - dx * BEND };
  const start = towards(from, control, CLEAR);
  const tip = towards(to, control, CLEAR / 2);
  const length = Math.min(Math.max(8, thickness * 1.2), Math.hypot(dx, dy) / 2);
  const half = Math.max(4, thickness * 0.9);
  const base = towards(tip, control, length);
  const [ux, uy] = [(tip.x - base.x) / length, (tip.y - base.y) / length];
  return {
    flow,
    start,
    control,
    base,
    head: [
      tip,
      { x: base.x - uy * half, y: base.y + ux * half },
      { x: base.x + uy * half, y: base.y - ux * half },
    ],
    thickness,
    middle: {
      x: (start.x + 2 * control.x + base.x) / 4,
      y: (start.y + 2 * control.y + base.y) / 4,
    },
  };
}

/** Places along a band too thick to be written over, its head among them. */
export function alongThick({
  start,
  control,
  base,
  head,
  thickness,
}: Arc): (Spot & { readonly size: number })[] {
  if (thickness < 3 * THINNEST) return [];
  const between = [0.2, 0.4, 0.6, 0.8, 0.95].map((t) => ({
    x: (1 - t) ** 2 * start.x + 2 * t * (1 - t) * control.x + t ** 2 * base.x,
    y: (1 - t) ** 2 * start.y + 2 * t * (1 - t) * control.y + t ** 2 * base.y,
    size: thickness,
  }));
  return [...between, { ...head[0], size: thickness }];
}

export function ringOf(flow: NamedFlow, { x, y }: Spot, thickness: number): Ring {
  return { flow, x, y, radius: 8 + thickness / 2, thickness };
}

/** The place `distance` pixels from one towards another. */
function towards(from: Spot, to: Spot, distance: number): Spot {
  const share = distance / (Math.hypot(to.x - from.x, to.y - from.y) || 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
