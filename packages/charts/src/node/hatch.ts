import { pathData } from "./path-data.ts";

const GAP = 4;

/**
 * Path of fine diagonal strokes filling a box: the sign of a suppressed figure.
 * Strokes, not a pattern, so that no id is needed and nothing is left to a renderer.
 */
export function hatchPath(left: number, top: number, width: number, height: number): string {
  let path = "";
  for (let offset = GAP / 2; offset < width + height; offset += GAP) {
    const from = Math.min(offset, width);
    const to = Math.max(0, offset - height);
    path += pathData([
      { x: left + from, y: top + offset - from },
      { x: left + to, y: top + offset - to },
    ]);
  }
  return path;
}

/** Path of two crossing strokes in the middle of a box: the sign of contradictory figures. */
export function crossPath(left: number, top: number, width: number, height: number): string {
  const size = Math.min(width, height);
  const [x, y] = [left + (width - size) / 2, top + (height - size) / 2];
  return (
    pathData([
      { x, y },
      { x: x + size, y: y + size },
    ]) +
    pathData([
      { x, y: y + size },
      { x: x + size, y },
    ])
  );
}
