/** Outlines of countries on one projected grid, by ISO 3166-1 alpha-3 code; see `scripts/world-geometry.mjs`. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly areas: Readonly<Record<string, Outline>>;
}

export interface Outline {
  /** SVG path data on the grid. */
  readonly d: string;
  /** Left, top, right, bottom. */
  readonly box: readonly number[];
  /** Where its name belongs. */
  readonly centre: readonly number[];
}

/** What part of the grid is shown, and how large. */
export interface MapView {
  /** Pixels of the frame. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Pixels a grid unit, and the pixels by which the grid is moved. */
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
}

/** The smallest frame of a width that holds some areas with a margin around them; never narrower than a sixth of the world. */
export function viewOf(
  geometry: Geometry,
  codes: readonly string[],
  x: number,
  y: number,
  width: number,
): MapView {
  const boxes = codes.flatMap((code) => geometry.areas[code]?.box.slice() ?? []);
  const side = (index: number) => boxes.filter((_, at) => at % 4 === index);
  const [left, top] = [Math.min(...side(0)), Math.min(...side(1))];
  const [right, bottom] = [Math.max(...side(2)), Math.max(...side(3))];
  const middleX = (left + right) / 2;
  const middleY = (top + bottom) / 2;
  const unitsWide = Math.min(
    geometry.width,
    Math.max(right - left, (bottom - top) * 1.2, geometry.width / 6) * 1.16,
  );
  const unitsHigh = Math.min(geometry.height, Math.max((bottom - top) * 1.16, unitsWide * 0.5));
  const scale = width / unitsWide;
  return {
    x,
    y,
    width,
    height: unitsHigh * scale,
    scale,
    dx: x + width / 2 - middleX * scale,
    dy: y + (unitsHigh * scale) / 2 - middleY * scale,
  };
}

/** The part of the world that fills a box and holds some areas with a margin around them; as much of the box as the world is wide. */
export function viewIn(
  geometry: Geometry,
  codes: readonly string[],
  { x, y, width, height }: Pick<MapView, "x" | "y" | "width" | "height">,
): MapView {
  const least = viewOf(geometry, codes, 0, 0, width);
  const scale = least.scale * Math.min(1, height / least.height);
  const [wide, high] = [Math.min(width, geometry.width * scale), Math.min(height, geometry.height * scale)];
  const middle = (size: number, move: number, shown: number, world: number) => {
    const at = (size / 2 - move) / least.scale;
    const half = shown / scale / 2;
    return Math.max(half, Math.min(world - half, at));
  };
  const left = x + (width - wide) / 2;
  return {
    x: left,
    y,
    width: wide,
    height: high,
    scale,
    dx: left + wide / 2 - middle(least.width, least.dx, wide, geometry.width) * scale,
    dy: y + high / 2 - middle(least.height, least.dy, high, geometry.height) * scale,
  };
}

/** Whether something of a box on the grid comes into view. */
export function isInView({ x, y, width, height, scale, dx, dy }: MapView, box: readonly number[]): boolean {
  const [left = 0, top = 0, right = 0, bottom = 0] = box;
  const across = right * scale + dx >= x && left * scale + dx <= x + width;
  return across && bottom * scale + dy >= y && top * scale + dy <= y + height;
}
