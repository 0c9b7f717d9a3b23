import { textWidth } from "../text/measure.ts";
import type { Spot } from "./arcs.ts";

export interface PlaceLabel extends Spot {
  readonly text: string;
  readonly strong: boolean;
}

/** A place with the words that belong to it, and how far from it they must stay. */
export interface Place extends Spot {
  readonly text: string;
  readonly strong: boolean;
  readonly clear: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const SIZE = 12;
const HIGH = 14;

/**
 * Words beside their places, in the order given: on the side away from the middle first, then wherever they meet neither
 * the frame nor a place nor a thick band nor other words. What fits nowhere is left out; middles of the words, baselines.
 */
export function placeLabels(
  places: readonly Place[],
  middle: Spot,
  frame: Box,
  bands: readonly (Spot & { readonly size: number })[],
): PlaceLabel[] {
  const taken: Box[] = [
    ...places.map(({ x, y, clear }) => boxAt(x, y, 2 * clear - 4, 2 * clear - 4)),
    ...bands.map(({ x, y, size }) => boxAt(x, y, size, size)),
  ];
  return places.flatMap((place): PlaceLabel[] => {
    const { text, strong, clear, x, y } = place;
    const width = textWidth(text, SIZE) + 4;
    const sides = [-1, 1].sort((a, b) => (x < middle.x ? a - b : b - a));
    const rows = [-1, 1].sort((a, b) => (y < middle.y ? a - b : b - a));
    const across = clear + width / 2;
    const down = clear + HIGH / 2;
    const spots = [
      ...sides.map((side) => [x + side * across, y] as const),
      ...rows.map((row) => [x, y + row * down] as const),
      ...sides.flatMap((side) => rows.map((row) => [x + side * across * 0.8, y + row * down] as const)),
    ];
    const spot = spots.find((one) => isFree(boxAt(one[0], one[1], width, HIGH)));
    if (!spot) return [];
    taken.push(boxAt(spot[0], spot[1], width, HIGH));
    return [{ x: spot[0], y: spot[1] + 4, text, strong }];
  });

  function isFree(box: Box): boolean {
    const inside =
      box.left >= frame.left &&
      box.right <= frame.right &&
      box.top >= frame.top &&
      box.bottom <= frame.bottom;
    return inside && taken.every((other) => !meet(box, other));
  }
}

function boxAt(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}
