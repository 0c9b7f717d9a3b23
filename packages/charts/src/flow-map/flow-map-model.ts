import type { About, Answer } from "@yeelen/dataset/plain";
import type { Figure } from "../figure/figure.ts";
import { signOf } from "../figure/signs.ts";
import type { Flow } from "../flow/flow-layout.ts";
import { flowsOf, type FlowOptions, type NamedFlow } from "../flow/flows.ts";
import { isInView, viewIn, type Geometry, type MapView } from "../map/geometry.ts";
import { formatValue } from "../text/figures.ts";
import { areaName } from "../text/names.ts";
import { alongThick, arcOf, ringOf, THINNEST, type Arc, type Ring, type Spot } from "./arcs.ts";
import { placeLabels, type Place, type PlaceLabel } from "./place-labels.ts";
import { thicknessScale, type ThicknessSample } from "./thickness-scale.ts";

/** Flows between countries of one year on a map: bands whose thickness is the figure, from where to where. */
export interface FlowMapModel extends Figure {
  readonly kind: "flow-map";
  readonly view: MapView;
  /** Outlines, on the grid, of countries that no drawn flow leaves or reaches. */
  readonly land: string;
  readonly countries: readonly { readonly code: string; readonly d: string; readonly strong: boolean }[];
  /** The thickest first, so that thin ones lie on top. */
  readonly arcs: readonly (Arc & { readonly strong: boolean })[];
  readonly rings: readonly Ring[];
  /** Where flows begin. */
  readonly origins: readonly Spot[];
  readonly labels: readonly PlaceLabel[];
  readonly scale: readonly ThicknessSample[];
  /** What is not drawn between two places, named beneath: within a country, of unknown place, without a figure. */
  readonly beneath: readonly FlowMapLine[];
}

/** One line beneath the map: a heading, or a sign and words. */
export interface FlowMapLine {
  readonly y: number;
  readonly text: string;
  readonly sign: "hatch" | "cross" | "gap" | "ring" | "band" | null;
  /** Pixels of a band or ring. */
  readonly thickness: number;
}

export interface FlowMapOptions extends FlowOptions {
  /** Outlines, loaded apart from the script: `@yeelen/charts/map/world.json`. */
  readonly geometry: Geometry;
}

const NARROW = 560;
const LINE = 20;
/** Grid units around a place that must come into view; a large country need not come whole. */
const AROUND = 55;

/**
 * Lays out the largest known flows of an answer by counterpart on the part of the world that holds them. A withheld figure is
 * never drawn: it is named beneath, as are flows whose other end is no place on the map.
 */
export function flowMapModel(answer: Answer, about: About, options: FlowMapOptions): FlowMapModel {
  const { context, drawn, hidden, isStrong, line, pointAt, words } = flowsOf(
    answer,
    about,
    options,
    "flow-map",
  );
  const { tell, voice, measure, messages, names } = context;
  const { geometry, width = 640, chosen } = options;
  const hubs = new Set(answer.rows.map(({ area }) => area));
  const mapped = drawn.filter(({ from, to }) => geometry.areas[from] && geometry.areas[to]);
  const off = drawn.filter((flow) => !mapped.includes(flow));
  const ends = [...new Set([...hubs, ...mapped.flatMap(({ from, to }) => [from, to])])].filter(
    (code) => geometry.areas[code],
  );
  const height = Math.round(width * (width < NARROW ? 0.9 : 0.54));
  const view = viewIn(nearby(geometry, ends), ends, { x: 0, y: 0, width, height });
  const thickest = width < NARROW ? 12 : 18;
  const largest = Math.max(0, ...drawn.map(({ value }) => value));
  const thicknessOf = (value: number) => Math.max(THINNEST, (value / (largest || 1)) * thickest);

  const arcs = mapped
    .filter(({ from, to }) => from !== to)
    .map((flow) => ({
      ...arcOf(flow, spotOf(flow.from), spotOf(flow.to), thicknessOf(flow.value)),
      strong: chosen === undefined || isStrong(flow),
    }));
  const rings = mapped
    .filter(({ from, to }) => from === to)
    .map((flow) => ringOf(flow, spotOf(flow.from), thicknessOf(flow.value)));
  const scale = thicknessScale(largest, thickest, (value) => formatValue(value, measure, voice), tell);
  const top = height + (scale.length > 0 ? 28 : 0);
  const beneath = linesBeneath(top);
  const seen = Object.entries(geometry.areas).filter(([, { box }]) => isInView(view, box));

  return {
    kind: "flow-map",
    ...words,
    notes: [...words.notes, tell("endorse")],
    width,
    height: top + (beneath.length > 0 ? beneath.length * LINE + 8 : 0),
    view,
    land: seen.flatMap(([code, { d }]) => (ends.includes(code) ? [] : [d])).join(""),
    countries: ends.flatMap((code) => {
      const outline = geometry.areas[code];
      return outline ? [{ code, d: outline.d, strong: hubs.has(code) }] : [];
    }),
    arcs,
    rings,
    origins: [...new Set(arcs.map(({ flow }) => flow.from))].map(spotOf),
    labels: placeLabels(
      places(),
      middleOf(ends.filter((code) => hubs.has(code)).map(spotOf)),
      {
        left: 0,
        right: width,
        top: 0,
        bottom: height,
      },
      arcs.flatMap(alongThick),
    ),
    scale,
    beneath,
    points: [
      ...arcs.map(({ flow, middle }) => pointAt(flow, middle)),
      ...rings.map(({ flow, x, y, radius }) => pointAt(flow, { x, y: y - radius })),
    ],
  };

  function spotOf(code: string): Spot {
    const [x = 0, y = 0] = geometry.areas[code]?.centre ?? [];
    return { x: x * view.scale + view.dx, y: y * view.scale + view.dy };
  }

  /** The countries asked about first, then the largest flows' other ends with their figures. */
  function places(): Place[] {
    const own = ends
      .filter((code) => hubs.has(code))
      .map((code): Place => {
        const ring = rings.find(({ flow }) => flow.from === code);
        const clear = ring ? ring.radius + ring.thickness / 2 + 4 : 9;
        return { ...spotOf(code), text: areaName(code, messages, names), strong: true, clear };
      });
    const others = ends
      .filter((code) => !hubs.has(code))
      .map((code) => {
        const flows = arcs.filter(({ flow }) => flow.from === code || flow.to === code);
        const [only, ...more] = flows;
        const name = areaName(code, messages, names);
        const text = only && more.length === 0 ? tell("pair", { series: name, value: only.flow.text }) : name;
        const value = flows.reduce((sum, { flow }) => sum + flow.value, 0);
        return { value, place: { ...spotOf(code), text, strong: false, clear: 9 } };
      })
      .sort((a, b) => b.value - a.value);
    return [...own, ...others.map(({ place }) => place)];
  }

  function linesBeneath(top: number): FlowMapLine[] {
    const drawnLine = (sign: "ring" | "band") => (flow: NamedFlow) => ({
      text: line(flow),
      sign,
      thickness: thicknessOf(flow.value),
    });
    const heading = (text: string) => ({ text, sign: null, thickness: 0 });
    const lines = [
      ...rings.map(({ flow }) => flow).map(drawnLine("ring")),
      ...(off.length > 0 ? [heading(tell("offMap")), ...off.map(drawnLine("band"))] : []),
      ...(hidden.length > 0
        ? [
            heading(tell("without")),
            ...hidden.map((flow: Flow & NamedFlow) => ({
              text: line(flow),
              sign: signOf(flow.cell.absence ?? ""),
              thickness: 0,
            })),
          ]
        : []),
    ];
    return lines.map((one, index) => ({ ...one, y: top + 22 + index * LINE }));
  }
}

/** The same outlines, each with no more of its box than lies around its middle. */
function nearby(geometry: Geometry, codes: readonly string[]): Geometry {
  const areas = Object.entries(geometry.areas)
    .filter(([code]) => codes.includes(code))
    .map(([code, outline]) => {
      const [x = 0, y = 0] = outline.centre;
      const [left = x, top = y, right = x, bottom = y] = outline.box;
      const box = [
        Math.max(left, x - AROUND),
        Math.max(top, y - AROUND),
        Math.min(right, x + AROUND),
        Math.min(bottom, y + AROUND),
      ];
      return [code, { ...outline, box }] as const;
    });
  return { ...geometry, areas: Object.fromEntries(areas) };
}

function middleOf(spots: readonly Spot[]): Spot {
  const sum = spots.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  const count = spots.length || 1;
  return { x: sum.x / count, y: sum.y / count };
}
