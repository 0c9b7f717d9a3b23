const thin = /[ .,:;'’|!ijlftrI()\u00a0\u202f]/;
const wide = /[mw—%шщжюфыA-ZÀ-ÞЀ-Я]/;
/** Small Cyrillic letters are cut as wide as small capitals. */
const broad = /[а-ё]/;

/**
 * About how wide a text is set in a system sans, in pixels. Models know no DOM, so widths are estimated,
 * a little generously, from classes of characters.
 */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const character of text) em += widthOf(character);
  return em * size;
}

function widthOf(character: string): number {
  if (thin.test(character)) return 0.36;
  if (wide.test(character)) return 0.8;
  return broad.test(character) ? 0.65 : 0.6;
}

/** Words set in lines no wider than `width`; a longer word stands alone. */
export function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
