import { textWidth } from "../text/measure.ts";
import { wrapWithin } from "../text/wrap-within.ts";

/** What the layout needs to know of a flow. */
export interface Flow {
  readonly origin: string;
  readonly destination: string;
  readonly value: number;
  /** The figure in words. */
  readonly text: string;
}

export interface FlowEnd {
  readonly side: Side;
  readonly y: number;
  readonly height: number;
  readonly lines: readonly string[];
}

export interface FlowLayout {
  /** Middles of each flow's band at both ends, in the order of the flows. */
  readonly middles: readonly (readonly [origin: number, destination: number])[];
  /** Pixels of thickness a unit of value. */
  readonly scale: number;
  readonly ends: readonly FlowEnd[];
  /** Pixels from the reading side between which the bands run. */
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

type Side = "origin" | "destination";

interface Stop {
  readonly name: string;
  readonly flows: readonly Flow[];
  readonly lines: readonly string[];
  /** Pixels of its flows together, and of the room its name needs. */
  readonly thickness: number;
  readonly block: number;
}

export const THINNEST = 1.5;
const GAP = 12;
const LINE = 15;

/** Stops on both sides, the largest on top; bands leave and arrive in the order of the stops across. */
export function flowLayout(
  flows: readonly Flow[],
  width: number,
  labelOf: (name: string, only: Flow | undefined) => string,
): FlowLayout {
  const total = flows.reduce((sum, { value }) => sum + value, 0);
  const scale = Math.max(Math.min(160, flows.length * 64), flows.length * 16) / (total || 1);
  const origins = stopsOf("origin");
  const destinations = stopsOf("destination");
  const heights = [origins, destinations].map((stops) =>
    stops.reduce((sum, { block }) => sum + block + GAP, -GAP),
  );
  const height = flows.length > 0 ? Math.ceil(Math.max(60, ...heights)) + 30 : 0;
  const middles = flows.map((): [number, number] => [0, 0]);
  const ends = [...place("origin", origins, destinations), ...place("destination", destinations, origins)];
  return { middles, scale, ends, from: edgeOf(origins), to: width - edgeOf(destinations), height };

  function stopsOf(side: Side): Stop[] {
    const names = [...new Set(flows.map((flow) => flow[side]))];
    const stops = names.map((name): Stop => {
      const own = flows.filter((flow) => flow[side] === name);
      const lines = wrapWithin(
        labelOf(name, own.length === 1 ? own[0] : undefined),
        13,
        Math.min(170, width * 0.3),
        width * 0.38,
      );
      const thickness = Math.max(THINNEST, own.reduce((sum, { value }) => sum + value, 0) * scale);
      return { name, flows: own, lines, thickness, block: Math.max(thickness, lines.length * LINE) };
    });
    return stops.sort((a, b) => b.thickness - a.thickness);
  }

  function place(side: Side, stops: readonly Stop[], across: readonly Stop[]): FlowEnd[] {
    const [index, other] = side === "origin" ? ([0, "destination"] as const) : ([1, "origin"] as const);
    const rank = (flow: Flow) => across.findIndex(({ name }) => name === flow[other]);
    let y = 22 + (height - 30 - (heights[index] ?? 0)) / 2;
    return stops.map(({ flows: own, lines, thickness, block }) => {
      const top = y + (block - thickness) / 2;
      let edge = top;
      for (const flow of [...own].sort((a, b) => rank(a) - rank(b))) {
        const middle = middles[flows.indexOf(flow)];
        if (middle) middle[index] = edge + (flow.value * scale) / 2;
        edge += flow.value * scale;
      }
      y += block + GAP;
      return { side, y: top, height: thickness, lines };
    });
  }
}

function edgeOf(stops: readonly Stop[]): number {
  return (
    Math.ceil(Math.max(0, ...stops.flatMap(({ lines }) => lines).map((line) => textWidth(line, 13.5)))) + 12
  );
}
