import { toSvg, type LegendEntry, type SvgElement, type SvgNode } from "@yeelen/charts";
import { legendNodes } from "./legend.ts";

/** What the picture of a page says when its address is passed on. */
export interface Card {
  readonly dir: "ltr" | "rtl";
  readonly title: string;
  /** What is counted and by whom, or what is missing and why. */
  readonly subtitle: string;
  /** Who counted, and what else must stand beneath; each from a line of its own. */
  readonly beneath: readonly string[];
  /** What the shades of a map stand for, beside it. */
  readonly legend?: readonly LegendEntry[];
  /** A chart laid out for `chartSize`; null where there is not one figure to draw. */
  readonly chart: { readonly tree: SvgElement; readonly width: number; readonly height: number } | null;
}

/** One line of text from the edge where the script begins. */
export type WriteLine = (
  line: string,
  y: number,
  size: number,
  style?: SvgElement[1],
  indent?: number,
) => SvgElement;

/** Pixels of the picture, as those who show it ask for. */
export const cardSize = { width: 1200, height: 630 } as const;

/** The picture is seen at half its size or less, so its chart is laid out small and drawn large. */
const ZOOM = 1.6;
const MARGIN = 48;
const WIDTH = cardSize.width - 2 * MARGIN;
const TOP = 92;
const LINE = 22;

const ink = "#1c1b18";
const quiet = "#5f5c54";
const paper = "#fbfaf6";
const serif = "Source Serif 4";
const sans = { ltr: "Noto Sans", rtl: "Noto Sans Arabic" } as const;

/** Pixels that a chart of the card is laid out for: what title and subtitle leave. */
export function chartSize(card: Pick<Card, "title" | "subtitle" | "beneath">): {
  readonly width: number;
  readonly height: number;
} {
  const room = footOf(card).rule - 16 - headOf(card).end - 28;
  return { width: Math.floor(WIDTH / ZOOM), height: Math.floor(room / ZOOM) };
}

/** The card as an SVG file: mark, title, subtitle, chart, source. */
export function cardSvg({ dir, beneath, legend = [], chart, ...words }: Card): string {
  const { title, subtitle, end } = headOf(words);
  const { lines, rule } = footOf({ beneath });
  const text: WriteLine = (line, y, size, style = {}, indent = 0) => [
    "text",
    {
      x: dir === "rtl" ? cardSize.width - MARGIN - indent : MARGIN + indent,
      y,
      "font-size": size,
      "font-family": sans[dir],
      fill: quiet,
      direction: dir === "rtl" ? dir : undefined,
      ...style,
    },
    [line],
  ];
  const bold = { "font-family": dir === "rtl" ? sans.rtl : serif, "font-weight": 600, fill: ink };
  const nodes: SvgNode[] = [
    ["rect", { width: cardSize.width, height: cardSize.height, fill: paper }],
    ...mark(dir),
    ...title.lines.map((line, index) => text(line, TOP + title.size * (1 + index * 1.14), title.size, bold)),
    ...subtitle.map((line, index) => text(line, end - (subtitle.length - 1 - index) * 34, 24)),
  ];
  if (chart) {
    const zoom = Math.min(ZOOM, WIDTH / chart.width, (rule - 16 - end - 28) / chart.height);
    const spare = WIDTH - chart.width * zoom;
    const x = MARGIN + (legend.length === 0 ? spare / 2 : dir === "rtl" ? 0 : spare);
    nodes.push([
      "g",
      {
        transform: `translate(${x.toFixed(1)} ${end + 28}) scale(${zoom.toFixed(4)})`,
        "font-size": 13,
        "font-family": sans[dir],
      },
      chart.tree[2] ?? [],
    ]);
    nodes.push(
      ...legendNodes(legend, text, { dir, left: MARGIN, right: cardSize.width - MARGIN, y: end + 44 }),
    );
  }
  nodes.push(
    ["path", { d: `M${MARGIN} ${rule}H${cardSize.width - MARGIN}`, stroke: "#d9d5ca", "stroke-width": 1.5 }],
    ...lines.map((line, index) => text(line, rule + 24 + index * LINE, 16)),
  );
  return toSvg(["svg", { xmlns: "http://www.w3.org/2000/svg", ...cardSize }, nodes]);
}

/** Title in up to two lines, smaller where it is long; subtitle in up to two; the baseline of the last. */
function headOf({ title, subtitle }: Pick<Card, "title" | "subtitle">) {
  const size = fitted(title, 50, WIDTH).length === 1 ? 50 : 42;
  const lines = fitted(title, size, WIDTH, 2);
  const below = fitted(subtitle, 24, WIDTH, 2);
  const end = TOP + size * (1 + (lines.length - 1) * 1.14) + 44 + (below.length - 1) * 34;
  return { title: { lines, size }, subtitle: below, end };
}

/** What stands beneath the chart, never shortened, and the height of the line above it. */
function footOf({ beneath }: Pick<Card, "beneath">) {
  const lines = beneath.flatMap((line) => fitted(line, 15.2, WIDTH));
  return { lines, rule: cardSize.height - 18 - lines.length * LINE };
}

/** Words in lines no wider than `width` by an estimate; what is beyond the last line is left out, and that is shown. */
function fitted(text: string, size: number, width: number, most = Infinity): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer) * size <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return lines.slice(0, most).map((line, index) => (index === most - 1 ? `${line} …` : line));
}

/** The sun on the horizon, and the name beside it, where the script begins. */
function mark(dir: Card["dir"]): SvgNode[] {
  const x = dir === "rtl" ? cardSize.width - MARGIN - 36 : MARGIN;
  return [
    [
      "g",
      { transform: `translate(${x} 36) scale(1.5)` },
      [
        ["path", { d: "M4 13a8 8 0 0 1 16 0z", fill: "#a85a00" }],
        ["path", { d: "M0 14.5h24", stroke: ink, "stroke-width": 1.5 }],
      ],
    ],
    [
      "text",
      {
        x: dir === "rtl" ? x - 12 : x + 48,
        y: 60,
        "text-anchor": dir === "rtl" ? "end" : undefined,
        "font-family": serif,
        "font-weight": 600,
        "font-size": 28,
        fill: ink,
      },
      ["Yeelen"],
    ],
  ];
}

/** About how wide a text is, in parts of its size: letters of Cyrillic are broader. */
function widthOf(text: string): number {
  const broad = text.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  return (text.length - broad) * 0.52 + broad * 0.62;
}
