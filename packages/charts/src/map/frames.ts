import { areas as programme } from "@yeelen/dataset/plain";
import { viewIn, viewOf, type Geometry, type MapView } from "./geometry.ts";

/** Countries that are shown in one frame, and the part of the world that comes into it. */
export interface Frame {
  readonly members: readonly string[];
  readonly view: MapView;
}

export const WIDTH = 640;
const GAP = 12;
/** Below this width a frame that holds several regions shows too little of each. */
export const NARROW = 560;
/** Where the whole fills less of a box's height than this, its regions fill it better side by side. */
const LOW = 0.7;

/** The frames of a map: one for all countries, or one for each region. Sizes in pixels. */
export function framesOf(
  geometry: Geometry,
  codes: readonly string[],
  { width = WIDTH, height }: { readonly width?: number; readonly height?: number },
): Frame[] {
  const whole = viewOf(geometry, codes, 0, 0, width);
  const regions = regionsOf(codes);
  if (width >= NARROW && height !== undefined)
    return regions.length > 1 && whole.height < height * LOW
      ? sideBySide(geometry, regions, width, height)
      : [{ members: codes, view: viewIn(geometry, codes, { x: 0, y: 0, width, height }) }];
  if (width >= NARROW || whole.scale > width / geometry.width / 0.6 || codes.length < 2)
    return [{ members: codes, view: whole }];
  let y = 0;
  return regions.map((members) => {
    const view = viewOf(geometry, members, 0, y, width);
    y += view.height + GAP;
    return { members, view };
  });
}

function regionsOf(codes: readonly string[]): string[][] {
  const regions = new Map<string, string[]>();
  for (const code of codes) {
    const region = programme.find((area) => area.code === code)?.region ?? "";
    regions.set(region, [...(regions.get(region) ?? []), code]);
  }
  return [...regions.values()];
}

/** Frames of equal size in two columns; the last one takes what is left of its row. */
function sideBySide(
  geometry: Geometry,
  regions: readonly (readonly string[])[],
  width: number,
  height: number,
): Frame[] {
  const rows = Math.ceil(regions.length / 2);
  const size = { width: (width - GAP) / 2, height: (height - GAP * (rows - 1)) / rows };
  return regions.map((members, index) => {
    const last = index === regions.length - 1 && index % 2 === 0;
    const x = (index % 2) * (size.width + GAP);
    const y = Math.floor(index / 2) * (size.height + GAP);
    const view = viewIn(geometry, members, { x, y, ...size, ...(last ? { width } : {}) });
    return { members, view };
  });
}
