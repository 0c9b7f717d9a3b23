import type { SvgElement, SvgNode } from "../node/svg-node.ts";
import { light } from "../styles/colours.ts";
import { toSvg } from "../node/to-svg.ts";
import { wrap } from "../text/measure.ts";
import type { Figure } from "./figure.ts";
import type { Colour } from "./paint.ts";
import { scriptLabel } from "./script-label.ts";
import { swatchTree } from "./swatch.ts";
import { FONT } from "./svg-root.ts";

const MARGIN = 16;

/** The text of an SVG file of a picture. */
export function standalone(model: Figure, picture: SvgElement): string {
  return `${toSvg(standaloneTree(model, picture))}\n`;
}

/** A picture as a file of its own: title, subtitle, legend, notes and source inside, on light paper, named and described. */
export function standaloneTree(model: Figure, picture: SvgElement): SvgElement {
  const { width, height, dir, title, subtitle, description } = model;
  const full = width + 2 * MARGIN;
  const nodes: SvgNode[] = [];
  let y = MARGIN;
  const write = (text: string, size: number, colour: Colour, bold = false, indent = 0) => {
    for (const line of wrap(text, size * (bold ? 1.08 : 1), width - indent)) {
      y += size * 1.35;
      const x = dir === "rtl" ? full - MARGIN - indent : MARGIN + indent;
      const anchor = dir === "rtl" ? "right" : "left";
      nodes.push(scriptLabel(line, { x, y, size, colour, bold, dir, anchor }));
    }
  };
  write(title, 20, "ink", true);
  write(subtitle, 13, "quiet");
  y += 14;
  nodes.push(["g", { transform: `translate(${MARGIN} ${y})` }, picture[2] ?? []]);
  y += height + 4;
  for (const entry of model.legend) {
    const box = { x: dir === "rtl" ? full - MARGIN - 20 : MARGIN, y: y + 6, width: 20, height: 10 };
    nodes.push(swatchTree(entry, box));
    write(entry.text, 12, "quiet", false, 28);
  }
  for (const note of model.notes) write(note, 12, "quiet");
  y += 4;
  for (const { text, licence, url } of model.sources)
    write(`${text}. ${licence}${url ? `. ${url}` : ""}`, 12, "quiet");
  const total = Math.ceil(y + MARGIN);
  return [
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      role: "img",
      lang: model.locale,
      width: full,
      height: total,
      viewBox: `0 0 ${full} ${total}`,
      direction: "ltr",
      "font-family": FONT,
      "font-size": 13,
    },
    [
      ["title", {}, [title]],
      ["desc", {}, [description]],
      ["rect", { width: full, height: total, fill: light.paper }],
      ...nodes,
    ],
  ];
}
