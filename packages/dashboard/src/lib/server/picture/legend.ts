import { paint, signTree, type LegendEntry, type SvgNode } from "@yeelen/charts";
import type { WriteLine } from "./card.ts";

interface Place {
  readonly dir: "ltr" | "rtl";
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

const STEP = 36;
const SWATCH = { width: 34, height: 20 } as const;

/** The lines of a legend, one below the other, where the script begins. */
export function legendNodes(
  legend: readonly LegendEntry[],
  write: WriteLine,
  { dir, left, right, y }: Place,
): SvgNode[] {
  return legend.flatMap(({ sign, colour = "rest", text }, index): SvgNode[] => {
    const top = y + index * STEP;
    const box = { x: dir === "rtl" ? right - SWATCH.width : left, y: top, ...SWATCH };
    return [
      sign === "colour" ? ["rect", { ...box, ...paint("fill", colour) }] : signTree(sign, box),
      write(text, top + 17, 20, {}, SWATCH.width + 14),
    ];
  });
}
