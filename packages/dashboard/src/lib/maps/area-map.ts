import { toSvg, type Geometry, type SvgElement } from "@yeelen/charts";

const frame = 1000;

/** The outlines of some countries and of what lies around them, to be shaded by `data-area`; nothing in it is text. */
export function areaMap(
  geometry: Geometry,
  codes: readonly string[],
  fill: (code: string) => string,
): SvgElement {
  const known = codes.filter((code) => geometry.areas[code]);
  // middles, not edges: a country's far islands must not shrink the map
  const middles = known.map((code) => geometry.areas[code]?.centre ?? []);
  const edge = (side: number, pick: (...values: number[]) => number) =>
    pick(...middles.map((middle) => middle[side] ?? 0));
  const margin = 48;
  const [left, top] = [edge(0, Math.min) - margin, edge(1, Math.min) - margin];
  const [right, bottom] = [edge(0, Math.max) + margin, edge(1, Math.max) + margin];
  const [width, height] = [right - left, bottom - top];
  const land = Object.entries(geometry.areas).flatMap(([code, { d, box }]) => {
    const [l = 0, t = 0, r = 0, b = 0] = box;
    return !known.includes(code) && r > left && l < right && b > top && t < bottom ? [d] : [];
  });
  const line = { "stroke-width": 0.6, "vector-effect": "non-scaling-stroke", "stroke-linejoin": "round" };
  return [
    "svg",
    {
      class: "yeelen-svg",
      viewBox: `${left} ${top} ${width} ${height}`,
      width: frame,
      height: Math.round((frame * height) / width),
      "aria-hidden": "true",
    },
    [
      ["path", { d: land.join(""), class: "yeelen-fill-hairline yeelen-stroke-paper land", ...line }],
      ...known.map((code): SvgElement => [
        "path",
        {
          d: geometry.areas[code]?.d,
          class: `yeelen-stroke-quiet ${fill(code)}`,
          "data-area": code,
          ...line,
        },
      ]),
    ],
  ];
}

/** The map as markup; `toSvg` escapes every text and attribute. */
export function areaMapMarkup(...request: Parameters<typeof areaMap>): string {
  return toSvg(areaMap(...request));
}
