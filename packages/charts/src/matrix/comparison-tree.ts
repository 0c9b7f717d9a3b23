import { label, paint } from "../figure/paint.ts";
import { signTree } from "../figure/signs.ts";
import { svgRoot } from "../figure/svg-root.ts";
import type { SvgElement, SvgNode } from "../node/svg-node.ts";
import { BESIDE, SWATCH, type ComparisonBlock, type ComparisonCell } from "./comparison-layout.ts";
import type { ComparisonModel } from "./comparison-model.ts";

const TALL = 22;

/** The picture of a comparison; mirrored where the script runs from right to left. */
export function comparisonTree(model: ComparisonModel): SvgElement {
  const { blocks, width, dir } = model;
  const rtl = dir === "rtl";
  const across = (x: number) => (rtl ? width - x : x);
  const anchor = rtl ? "right" : "left";

  function head({ top, heads }: ComparisonBlock): SvgNode[] {
    return heads.flatMap(({ x, lines }) =>
      lines.map((line, index) =>
        label(line, {
          x: across(x),
          y: top - 12 - (lines.length - 1 - index) * 15,
          anchor,
          dir,
          size: 12,
          colour: "ink",
        }),
      ),
    );
  }

  function names({ rows, top }: ComparisonBlock): SvgNode[] {
    const rule = (y: number): SvgNode => [
      "line",
      { x1: 0, x2: width, y1: y, y2: y, ...paint("stroke", "hairline") },
    ];
    return [
      rule(top),
      ...rows.flatMap(({ y, lines, strong }): SvgNode[] => [
        ...lines.map((line, index) =>
          label(line, {
            x: across(0),
            y: y + 4.5 + (index - (lines.length - 1) / 2) * 15,
            anchor,
            dir,
            bold: strong,
            colour: strong ? "accent" : "ink",
          }),
        ),
        rule(y + 18),
      ]),
    ];
  }

  function cell({ x, y, text, year, colour, sign }: ComparisonCell): SvgNode[] {
    const box = {
      x: rtl ? across(x) - SWATCH : x,
      y: y - TALL / 2,
      width: SWATCH,
      height: TALL,
    };
    const write = (said: string, dy: number, quiet: boolean) =>
      label(said, {
        x: across(x + BESIDE),
        y: y + dy,
        anchor,
        dir,
        ...(quiet ? { size: 12 } : { colour: "ink" as const }),
      });
    return [
      colour === null ? signTree(sign ?? "gap", box) : ["rect", { ...box, ...paint("fill", colour) }],
      ...(text ? [write(text, year ? -1 : 4.5, false)] : []),
      ...(year ? [write(year, 13, true)] : []),
    ];
  }

  return svgRoot(
    model,
    blocks.flatMap((block) => [...head(block), ...names(block), ...block.cells.flatMap(cell)]),
  );
}
