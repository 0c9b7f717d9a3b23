import { Resvg } from "@resvg/resvg-js";

const SHARP = 2;

/** A picture of an SVG file at twice its size, drawn with the fonts of this machine; width and height are the SVG's own, in CSS pixels. */
export function pngOf(svg: string): {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
} {
  const drawn = new Resvg(leftToRightAnchors(svg), {
    fitTo: { mode: "zoom", value: SHARP },
    font: { loadSystemFonts: true, sansSerifFamily: "Noto Sans", defaultFontFamily: "Noto Sans" },
  });
  const image = drawn.render();
  return {
    png: image.asPng(),
    width: Math.round(image.width / SHARP),
    height: Math.round(image.height / SHARP),
  };
}

/** resvg takes `start` for the left edge in every script, where SVG takes it for the right one of text from right to left. */
function leftToRightAnchors(svg: string): string {
  return svg.replace(/<text [^>]*direction="rtl"[^>]*>/g, (tag) => {
    if (tag.includes('text-anchor="middle"')) return tag;
    return tag.includes('text-anchor="end"')
      ? tag.replace(' text-anchor="end"', "")
      : tag.replace("<text ", '<text text-anchor="end" ');
  });
}
