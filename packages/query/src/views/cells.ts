import { absenceLetters, TOTAL, type Dimension, type View } from "@yeelen/dataset/plain";
import { absent, between, known, type Cell } from "./cell.ts";

/** The letter of a cell that the source does not hold at all. */
export const NOT_HELD = "-";

export type Codes = Readonly<Partial<Record<Dimension, string>>>;

/** A stored figure of a view by area, year and codes; one that the source does not hold says why. A dimension not named stands at its total. */
export type CellReader = (area: string, year: number, codes: Codes) => Cell;

/** The figures of a view, each at the index that `at` finds. */
export function cellsOf(view: View, at = locator(view.axes)): CellReader {
  const bounds = new Map(view.bounds.map(([index, low, high]) => [index, between(low, high)]));
  const [first, last] = view.about.period;
  return (area, year, codes) => {
    const index = at(area, year, codes);
    const letter = view.absence[index] ?? NOT_HELD;
    if (letter === NOT_HELD)
      return absent(year < first ? "not-collected" : year > last ? "pending" : "not-reported");
    const value = view.values[index];
    if (letter === "." && typeof value === "number") return known(value);
    if (letter === "s") return bounds.get(index) ?? absent("suppressed");
    return absent(absenceLetters[letter as keyof typeof absenceLetters]);
  };
}

/** Finds the row-major index of a cell; NaN where an axis does not hold a code. */
export function locator(axes: View["axes"]): (area: string, year: number, codes: Codes) => number {
  let stride = 1;
  const strides = axes
    .toReversed()
    .map(({ name, codes }) => {
      const axis = { name, positions: new Map(codes.map((code, position) => [code, position])), stride };
      stride *= codes.length;
      return axis;
    })
    .toReversed();
  return (area, year, codes) => {
    let index = axes.length ? 0 : NaN;
    for (const { name, positions, stride } of strides) {
      const code = name === "area" ? area : name === "period" ? year : (codes[name as Dimension] ?? TOTAL);
      index += (positions.get(code) ?? NaN) * stride;
    }
    return index;
  };
}
