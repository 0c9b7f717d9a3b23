/** What a cell that is no plain number most likely is, and what to write instead; in the order in which they are tried. */
const spellings: readonly (readonly [form: RegExp, advice: string])[] = [
  [/^[<≤]\s*\d+$/, "a small number that is hidden is an empty value with low, high and absence suppressed"],
  [
    /^(?:\*+|\(?[cs]\)?)$/i,
    "a figure that is hidden is an empty value with low, high and absence suppressed",
  ],
  [
    /^(?:\.{1,3}|…|:|[-–—]|n\/?a|n\.a\.|null|none|nan|x|missing|#n\/a)$/i,
    "where there is no figure leave the cell empty, and say why in a column absence: not-reported, not-collected, not-applicable or pending",
  ],
  [/^[-−–]\s*[\d.,]+$/, "a figure is zero or more, without a sign"],
  [/^\+\d/, "leave out the sign"],
  [/^[\d.,\s]+%$/, "leave out the sign; give counts, shares are worked out from them"],
  [/^[\d.,]+e[-+]?\d+$/i, "write all digits: a spreadsheet may have cut them"],
  [/^\.\d+$/, "write the zero before the point"],
  [/^0\d+$/, "leave out the leading zeros"],
  [/^[+-]?inf(?:inity)?$/i, "infinity is no figure"],
  [/^\d{1,3}(?:[\s\u00a0\u2009\u202f'’.,]\d{3}){2,}$/, "leave out what stands between thousands"],
  [/^\d{1,3}[\s\u00a0\u2009\u202f'’]\d{3}$/, "leave out what stands between thousands"],
  [/^\d{1,3},\d{3}$/, "write 1234 for a thousand and more, without a separator, or a point before decimals"],
  [/^\d+,\d+$/, "decimals take a point"],
  [/^[\d.,]+\s*\D+$/, "the figure alone; a remark goes into a column note"],
];

const plain = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** What is expected of a figure's cell, or null for a plain number that can be kept exactly. */
export function numberFault(cell: string): string | null {
  if (plain.test(cell)) return inexact(cell);
  const advice = spellings.find(([form]) => form.test(cell))?.[1];
  return `a plain number such as 1192 or 0.5, or nothing${advice === undefined ? "" : `; ${advice}`}`;
}

/** Numbers are kept in 53 bits: what has more digits would be published as another. */
function inexact(cell: string): string | null {
  const digits = cell.replace(".", "").replace(/^0+/, "");
  if (!cell.includes("."))
    return Number.isSafeInteger(Number(cell))
      ? null
      : `at most ${Number.MAX_SAFE_INTEGER}, beyond which numbers are not exact; give it in a larger unit`;
  // as programs write out a double (16.680999999999997): it stays what it is
  return digits.length <= 15 || String(Number(cell)) === cell
    ? null
    : "at most 15 significant digits, beyond which numbers are not exact; round it";
}

/** Whether every fraction of a table looks like a thousand: `1.234`, `12.500`, never `0.5`. */
export function looksLikeThousands(cells: readonly string[]): boolean {
  const fractions = cells.filter((cell) => cell.includes("."));
  return fractions.length > 0 && fractions.every((cell) => /^[1-9]\d{0,2}\.\d{3}$/.test(cell));
}
