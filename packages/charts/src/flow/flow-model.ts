import type { About, Answer } from "@yeelen/dataset/plain";
import type { Figure } from "../figure/figure.ts";
import { signOf } from "../figure/signs.ts";
import { wrapWithin } from "../text/wrap-within.ts";
import { flowLayout, THINNEST, type FlowEnd } from "./flow-layout.ts";
import { flowsOf, type FlowOptions } from "./flows.ts";

/** Pixels for the sign before a line without a figure. */
const SIGN_WIDTH = 28;

/** Flows between countries in one year: bands whose thickness is the figure, and names at both ends. */
export interface FlowModel extends Figure {
  readonly kind: "flow";
  readonly bands: readonly FlowBand[];
  readonly ends: readonly FlowEnd[];
  /** Flows without a figure, named beneath at one size each; the first line is their heading. */
  readonly without: readonly FlowLine[];
  /** Pixels from the reading side between which the bands run. */
  readonly from: number;
  readonly to: number;
}

export interface FlowBand {
  /** Middles of the band at both ends, and its thickness everywhere. */
  readonly y: readonly [origin: number, destination: number];
  readonly thickness: number;
  readonly strong: boolean;
}

/** A line beneath the bands. */
export interface FlowLine {
  readonly y: number;
  /** Pixels kept free before the text, for its sign. */
  readonly indent: number;
  readonly text: string;
  readonly sign: "hatch" | "cross" | "gap" | null;
}

/** Lays out the largest known flows of an answer by counterpart, each country's in its newest year with a figure. */
export function flowModel(answer: Answer, about: About, options: FlowOptions = {}): FlowModel {
  const { context, drawn, hidden, isStrong, line, pointAt, words } = flowsOf(answer, about, options, "flow");
  const { tell } = context;
  const { width = 640 } = options;
  const { middles, scale, ends, from, to, height } = flowLayout(drawn, width, (name, only) =>
    only ? tell("pair", { series: name, value: only.text }) : name,
  );
  const lines = hidden
    .flatMap((flow) =>
      wrapWithin(line(flow), 14, width - SIGN_WIDTH).map((text, index) => ({
        text,
        sign: index === 0 ? signOf(flow.cell.absence ?? "") : null,
      })),
    )
    .map((text, index): FlowLine => ({ ...text, indent: SIGN_WIDTH, y: height + 36 + index * 20 }));
  return {
    kind: "flow",
    ...words,
    width,
    height: height + (lines.length > 0 ? 24 + lines.length * 20 : 0),
    from,
    to,
    bands: drawn.map((flow, index) => ({
      y: middles[index] ?? [0, 0],
      thickness: Math.max(THINNEST, flow.value * scale),
      strong: isStrong(flow),
    })),
    ends,
    without:
      lines.length > 0 ? [{ y: height + 14, indent: 0, text: tell("without"), sign: null }, ...lines] : [],
    points: drawn.map((flow, index) => {
      const [origin, destination] = middles[index] ?? [0, 0];
      return pointAt(flow, { x: (from + to) / 2, y: (origin + destination) / 2 });
    }),
  };
}
