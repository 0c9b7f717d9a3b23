import type { SvgElement, SvgNode } from "../node/svg-node.ts";
import type { Picture } from "./figure.ts";

export const FONT = "system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif";

/** The `svg` element of a chart: named by its title, described by its paragraph, drawn at its own size in CSS pixels. */
export function svgRoot({ id, width, height, title }: Picture, children: readonly SvgNode[]): SvgElement {
  return [
    "svg",
    {
      class: "yeelen-svg",
      role: "img",
      "aria-label": title,
      "aria-describedby": `${id}-description`,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      direction: "ltr",
      "font-family": FONT,
      "font-size": 13,
    },
    children,
  ];
}
