/** A hidden cell as a chart might give it away: the words that name it, and its value. */
export interface HiddenCell {
  readonly key: string;
  /** All of these stand near the value: an area's name, a year, a sex. */
  readonly labels: readonly string[];
  readonly value: number;
}

/** A place in a document that says a hidden value next to the cell's labels. */
export interface SaidValue {
  readonly key: string;
  readonly text: string;
}

/**
 * Searches a chart or page, as markup, for hidden values: any piece of text or attribute (a tooltip, an aria-label, a
 * data attribute, a table row) that holds all labels of a hidden cell and its value as a number of its own.
 */
export function findHiddenValues(markup: string, cells: readonly HiddenCell[]): SaidValue[] {
  const pieces = piecesOf(markup).map((text) => ({
    text,
    seen: ` ${text.normalize("NFKC").toLowerCase()} `,
  }));
  const found: SaidValue[] = [];
  for (const { key, labels, value } of cells) {
    const number = new RegExp(`(?<![\\d.,])${writings(value).join("|")}(?![\\d]|[.,]\\d)`, "u");
    for (const { text, seen } of pieces) {
      let rest = seen;
      // Labels are taken out first, so that the 5 of "2015" or of a label "age 5" is not taken for the value.
      const named = labels.every((label) => {
        const word = label.normalize("NFKC").toLowerCase();
        if (!rest.includes(word)) return false;
        rest = rest.replaceAll(word, "\u0000");
        return true;
      });
      if (named && number.test(rest)) found.push({ key, text: text.trim() });
    }
  }
  return found;
}

// Attribute values one by one; text by the elements that belong together: a table row, an SVG group, a paragraph.
function piecesOf(markup: string): string[] {
  const attributes = Array.from(
    markup.matchAll(/\s[\w:-]+\s*=\s*("([^"]*)"|'([^']*)')/gu),
    ([, , double, single]) => unescape(double ?? single ?? ""),
  );
  const tags = Array.from(markup.matchAll(/<[a-z][^>]*>/giu), ([tag]) => unescape(tag));
  const blocks = markup
    .split(
      /<\/?(?:tr|p|li|g|figure|caption|figcaption|desc|title|text|section|div|h\d|svg|table|option)\b[^>]*>/giu,
    )
    .map((block) => unescape(block.replace(/<[^>]*>/gu, " ")));
  return [...attributes, ...tags, ...blocks].filter((piece) => piece.trim() !== "");
}

function unescape(text: string): string {
  const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", nbsp: " " };
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex) return String.fromCodePoint(parseInt(hex, 16));
      if (decimal) return String.fromCodePoint(Number(decimal));
      return named[name ?? ""] ?? whole;
    },
  );
}

function writings(value: number): string[] {
  const plain = String(value);
  const grouped = plain.replace(/\B(?=(\d{3})+$)/g, "[,.\\s\u202f\u00a0']?");
  const eastern = Array.from(plain, (digit) => String.fromCodePoint(0x660 + Number(digit))).join("");
  return [`(?:${grouped})`, eastern];
}
