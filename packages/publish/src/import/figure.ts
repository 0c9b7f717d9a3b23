/** What one printed value says: a known count, a range, or why it says nothing. */
export type Figure =
  | { readonly value: number; readonly low: number; readonly high: number }
  | { readonly value: null; readonly low: number; readonly high: number };

export type Reading = { readonly figure: Figure } | { readonly problem: string };

export interface CountRules {
  /** Lower end of what `<n` means: 0 where the publisher prints zeros as `<n`, else 1. */
  readonly lowest?: 0 | 1;
  /** Above it a count is not believed. */
  readonly most: number;
}

/**
 * Reads a count as publishers print it: `7`, `1,192`, `7.0`, `<5`. Everything else is a problem, in words that
 * name it: `NaN`, `1e9`, `1.234,5`, negative and fractional numbers are never bent into a count.
 */
export function readCount(printed: string, { lowest, most }: CountRules): Reading {
  const text = printed.replace(/[\s\u00a0\u202f]+/g, "");
  if (text === "") return { problem: "no value" };
  const below = /^<([1-9]\d{0,3})$/.exec(text)?.[1];
  if (below !== undefined) {
    if (lowest === undefined) return { problem: "a range where a number is expected" };
    return range(lowest, Number(below) - 1);
  }
  if (/^-\d/.test(text)) return { problem: "a negative value" };
  const integer = /^(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.0+)?$/.exec(text)?.[1];
  if (integer === undefined)
    return { problem: /^\d+\.\d+$/.test(text) ? "a fractional value" : "not a plain number" };
  const value = Number(integer.replaceAll(",", ""));
  if (value > most) return { problem: `a value above ${most.toLocaleString("en")}, not a plausible count` };
  return known(value);
}

export function known(value: number): { figure: Figure } {
  return { figure: { value, low: value, high: value } };
}

function range(low: number, high: number): Reading {
  return low < high ? { figure: { value: null, low, high } } : known(low);
}

/** The sum of figures that add up: an interval as soon as one of them is a range. */
export function sumFigures(figures: readonly Figure[]): Figure {
  const low = figures.reduce((sum, figure) => sum + figure.low, 0);
  const high = figures.reduce((sum, figure) => sum + figure.high, 0);
  return low === high ? { value: low, low, high } : { value: null, low, high };
}

export function sameFigure(a: Figure, b: Figure): boolean {
  return a.value === b.value && a.low === b.low && a.high === b.high;
}
