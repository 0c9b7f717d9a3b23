import { absenceLetters, TOTAL, type Dimension, type View } from "@yeelen/dataset/plain";
import { absent, between, known, type Cell } from "./cell.ts";

export type Codes = Readonly<Partial<Record<Dimension, string>>>;

/** Random access to the figures of a view by area, year and codes; a dimension not named stands at its total. */
export interface Cells {
  /** A stored cell; one that the source does not hold says why. */
  cell(area: string, year: number, codes: Codes): Cell;
  /** Whether the source holds the cell at all, be it with a figure or with a reason. */
  holds(area: string, year: number, codes: Codes): boolean;
}

export function cellsOf(view: View): Cells {
  const at = locator(view.axes);
  const bounds = new Map(view.bounds.map(([index, low, high]) => [index, between(low, high)]));
  const [first, last] = view.about.period;
  const letterAt = (index: number) => view.absence[index] ?? "-";
  return {
    holds: (area, year, codes) => letterAt(at(area, year, codes)) !== "-",
    cell(area, year, codes) {
      const index = at(area, year, codes);
      const letter = letterAt(index);
      if (letter === "-")
        return absent(year < first ? "not-collected" : year > last ? "pending" : "not-reported");
      const value = view.values[index];
      if (letter === "." && typeof value === "number") return known(value);
      if (letter === "s") return bounds.get(index) ?? absent("suppressed");
      return absent(absenceLetters[letter as keyof typeof absenceLetters]);
    },
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
