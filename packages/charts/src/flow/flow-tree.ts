import { paint, type Colour } from "../figure/paint.ts";
import { scriptLabel } from "../figure/script-label.ts";
import { signTree } from "../figure/signs.ts";
import { svgRoot } from "../figure/svg-root.ts";
import { round } from "../node/path-data.ts";
import type { SvgElement, SvgNode } from "../node/svg-node.ts";
import type { FlowEnd } from "./flow-layout.ts";
import type { FlowBand, FlowLine, FlowModel } from "./flow-model.ts";

/** Thicker bands have edges that stand out from paper, and a light middle. */
const EDGED = 4;

/** The picture of flows; from right to left where the script runs so. */
export function flowTree(model: FlowModel): SvgElement {
  const { bands, ends, without, from, to, dir, width } = model;
  const rtl = dir === "rtl";
  const across = (x: number) => (rtl ? width - x : x);

  function band({ y: [start, end], thickness, strong }: FlowBand): SvgNode[] {
    const [a, b, middle] = [across(from + 6), across(to - 6), (across(from) + across(to)) / 2].map(round);
    const d = `M${a} ${round(start)}C${middle} ${round(start)} ${middle} ${round(end)} ${b} ${round(end)}`;
    const stroke = (colour: Colour, width: number): SvgNode => [
      "path",
      { d, fill: "none", ...paint("stroke", colour), "stroke-width": width },
    ];
    if (strong) return [stroke("paper", thickness + 2), stroke("accent", thickness)];
    return thickness > EDGED
      ? [stroke("rest", thickness), stroke("hairline", thickness - 2)]
      : [stroke("rest", thickness)];
  }

  function end({ side, y, height, lines }: FlowEnd): SvgNode[] {
    const origin = side === "origin";
    const x = origin ? from : to;
    const bar = { x: Math.min(across(x), across(x + (origin ? 6 : -6))), y, width: 6, height };
    const near = origin !== rtl;
    return [
      ["rect", { ...bar, ...paint("fill", "quiet") }],
      ...lines.map((line, index) =>
        scriptLabel(line, {
          x: across(origin ? from - 6 : to + 6),
          y: y + height / 2 + 4.5 + (index - (lines.length - 1) / 2) * 15,
          anchor: near ? "right" : "left",
          dir,
          colour: "ink",
        }),
      ),
    ];
  }

  function missing({ y, indent, text, sign }: FlowLine): SvgNode[] {
    const side = rtl ? ("right" as const) : ("left" as const);
    const heading = indent === 0 ? { size: 12, bold: true } : {};
    return [
      ...(sign ? [signTree(sign, { x: rtl ? width - 20 : 0, y: y - 8, width: 20, height: 8 })] : []),
      scriptLabel(text, { x: across(indent), y, anchor: side, dir, ...heading }),
    ];
  }

  return svgRoot(model, [
    ...strongLast(bands).flatMap(band),
    ...ends.flatMap(end),
    ...without.flatMap(missing),
  ]);
}

function strongLast(bands: readonly FlowBand[]): FlowBand[] {
  return [...bands].sort((a, b) => Number(a.strong) - Number(b.strong));
}
