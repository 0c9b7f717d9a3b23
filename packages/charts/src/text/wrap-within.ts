import { textWidth, wrap } from "./measure.ts";

/**
 * Words set in lines no wider than `width` pixels. A longer word stands alone up to `most` pixels; beyond it is broken,
 * after a hyphen where it has one. Apart from `wrap`, so that a line chart's script need not carry it.
 */
export function wrapWithin(text: string, size: number, width: number, most = width): string[] {
  return wrap(
    text
      .split(" ")
      .flatMap((word) => (textWidth(word, size) > most ? pieces(word, size, width) : word))
      .join(" "),
    size,
    width,
  );
}

function pieces(word: string, size: number, width: number): string[] {
  if (textWidth(word, size) <= width || word.length < 2) return [word];
  let kept = "";
  for (const character of word) {
    if (kept && textWidth(kept + character, size) > width) break;
    kept += character;
  }
  const cut = kept.lastIndexOf("-") + 1 || kept.length;
  return [word.slice(0, cut), ...pieces(word.slice(cut), size, width)];
}
