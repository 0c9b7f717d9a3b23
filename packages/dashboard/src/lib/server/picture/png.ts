import { createRequire } from "node:module";
import { renderAsync } from "@resvg/resvg-js";

const { resolve } = createRequire(import.meta.url);

/** Faces from packages, never those of the machine: the same picture wherever the site is built. All under the SIL Open Font License. */
const faces = [
  "noto-sans/400Regular/NotoSans_400Regular.ttf",
  "noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
  "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
  "noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf",
  "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
];

let fontFiles: readonly string[] | undefined;

/** An SVG file as a PNG file, at the size that it names. */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  fontFiles ??= faces.map((face) => resolve(`@expo-google-fonts/${face}`));
  const image = await renderAsync(asResvgReads(svg), {
    font: {
      loadSystemFonts: false,
      fontFiles: [...fontFiles],
      defaultFontFamily: "Noto Sans",
      sansSerifFamily: "Noto Sans",
    },
  });
  return new Uint8Array(image.asPng());
}

/**
 * resvg takes `start` for the left edge in every script, where SVG takes it for the right one of text from right to
 * left, and sets every text as if it began from the left: marks of Unicode say otherwise.
 */
function asResvgReads(svg: string): string {
  return svg.replace(/<text ([^>]*direction="rtl"[^>]*)>([^<]*)/g, (_, attributes: string, text: string) => {
    const anchored = attributes.includes('text-anchor="middle"')
      ? attributes
      : attributes.includes('text-anchor="end"')
        ? attributes.replace('text-anchor="end"', "")
        : `text-anchor="end" ${attributes}`;
    return `<text ${anchored}>\u202b${text}\u202c`;
  });
}
