import type { Attributes, SvgElement } from "../node/svg-node.ts";
import { light, palette, ramps } from "../styles/colours.ts";

/** A role (`ink`, `accent`, `rest`, …), a place in the palette (`1` to `8`) or a step of the ramp (`ramp-1` to `ramp-5`). */
export type Colour = keyof typeof light | `${number}` | `ramp-${number}`;

/** A colour as an attribute that needs no style sheet, and the class by which one may change it. */
export function paint(property: "fill" | "stroke", colour: Colour): Attributes {
  return {
    class: `yeelen-${property}-${colour}`,
    [property]:
      light[colour as keyof typeof light] ??
      palette[Number(colour) - 1] ??
      ramps.light[Number(colour.slice(5)) - 1],
  };
}

/** Both colours of one element. */
export function paints(fill: Colour, stroke: Colour): Attributes {
  const [inside, edge] = [paint("fill", fill), paint("stroke", stroke)];
  return { ...inside, ...edge, class: `${inside["class"]} ${edge["class"]}` };
}

export interface LabelStyle {
  readonly x: number;
  readonly y: number;
  /** Which edge of the text `x` is, whatever the direction of the script. */
  readonly anchor?: "left" | "middle" | "right";
  readonly colour?: Colour;
  readonly dir: "ltr" | "rtl";
  /** 13 pixels if left out; never less than 12. */
  readonly size?: number;
  readonly bold?: boolean;
}

/** One line of text. */
export function label(
  text: string,
  { x, y, anchor = "left", colour = "quiet", dir, size, bold = false }: LabelStyle,
): SvgElement {
  const flipped = dir === "rtl";
  return [
    "text",
    {
      x,
      y,
      ...paint("fill", colour),
      "text-anchor": anchor === "middle" ? anchor : (anchor === "left") === flipped ? "end" : undefined,
      direction: flipped && dir,
      "font-size": size,
      "font-weight": bold && 600,
    },
    [text],
  ];
}
