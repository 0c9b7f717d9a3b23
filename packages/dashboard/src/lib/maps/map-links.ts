import type { MapModel } from "@yeelen/charts/map";
import type { ChartPoint, SvgElement } from "@yeelen/charts";

/** Half of a finger's 44 px, and half of the 24 px that are always there, however near the next country is. */
const ROOM = 22;
const LEAST = 12;

/**
 * Links over the picture of a map: each country's outline and its name's place, with room around small ones that no
 * neighbour's takes away. The country is said with its figure. `order` is that of the keyboard.
 */
export function mapLinks(
  { id, width, height, title, frames, points }: MapModel,
  hrefOf: (code: string) => string,
  order: (a: ChartPoint, b: ChartPoint) => number,
): SvgElement {
  const links = [...points].sort(order).map((point): SvgElement => {
    const text = `${point.label}, ${point.year}: ${point.text}`;
    const outlines = frames.flatMap(({ countries, dx, dy, scale }, index): SvgElement[] => {
      const country = countries.find(({ code }) => code === point.series);
      const place = `translate(${dx.toFixed(2)} ${dy.toFixed(2)}) scale(${scale.toFixed(4)})`;
      const inFrame = { "clip-path": `url(#${id}-links-${index})` };
      return country ? [["g", inFrame, [["path", { d: country.d, transform: place }]]]] : [];
    });
    return [
      "a",
      { href: hrefOf(point.series), "aria-label": text },
      [
        ["title", {}, [text]],
        ...outlines,
        ["circle", { cx: round(point.x), cy: round(point.y), r: round(roomAround(point, points)) }],
      ],
    ];
  });
  const edges = frames.map(({ x, y, width, height }, index): SvgElement => [
    "clipPath",
    { id: `${id}-links-${index}` },
    [["rect", { x, y, width, height }]],
  ]);
  return [
    "svg",
    {
      class: "map-links",
      role: "group",
      "aria-label": title,
      viewBox: `0 0 ${width} ${height}`,
      "data-width": width,
    },
    [["defs", {}, edges], ...links],
  ];
}

function roomAround(point: ChartPoint, points: readonly ChartPoint[]): number {
  const distances = points
    .filter((other) => other !== point)
    .map((other) => Math.hypot(other.x - point.x, other.y - point.y));
  return Math.max(LEAST, Math.min(ROOM, ...distances.map((distance) => distance / 2)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
