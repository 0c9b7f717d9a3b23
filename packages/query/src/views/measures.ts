import { TOTAL, type Measure } from "@yeelen/dataset/plain";
import type { Asked } from "./ask.ts";
import { bare } from "./bare.ts";
import { absent, known, type Cell } from "./cell.ts";
import type { Codes } from "./cells.ts";
import type { Cube } from "./cube.ts";
import { derived, derivedBetween, isAbsent } from "./derived.ts";

/** The figure of one area, one year and one combination of codes, before ranks are given. */
export type MeasureOf = (area: string, year: number, codes: Codes) => Cell;

/** Formulas and their order of precedence: `docs/query.md`. `first` is the first year asked for of the area. */
export function measureOf(asked: Asked, cube: Cube, first: (area: string) => number): MeasureOf {
  const { scope, by, where } = asked;
  const formulas: Record<Measure, MeasureOf> = {
    value: cube.cell,
    rank: cube.cell,

    rate(area, year, codes) {
      const cell = cube.cell(area, year, codes);
      const persons = cube.persons(area, year, codes);
      if (isAbsent(cell)) return cell;
      return persons ? scaled(cell, (figure) => (figure * 100000) / persons) : absent("not-applicable");
    },

    share(area, year, codes) {
      const cell = cube.cell(area, year, codes);
      const whole = cube.cell(area, year, totals(codes, by.length ? by : (Object.keys(where) as typeof by)));
      if (isAbsent(cell)) return cell;
      if (whole.value === null) return absent(whole.absence);
      if (whole.value === 0) return absent("not-applicable");
      const share = scaled(cell, (figure) => figure / Number(whole.value));
      return cell.value === null && Number(cell.high) > whole.value ? absent("suppressed") : share;
    },

    change(area, year, codes) {
      const cell = cube.cell(area, year, codes);
      const before = cube.cell(area, year - 1, codes);
      if (isAbsent(cell)) return cell;
      if (isAbsent(before)) return before;
      if (breaksBetween(area, year - 1, year)) return absent("not-applicable");
      return cell.value !== null && before.value !== null
        ? derived(cell.value - before.value)
        : derivedBetween(Number(cell.low) - Number(before.high), Number(cell.high) - Number(before.low));
    },

    index(area, year, codes) {
      const cell = cube.cell(area, year, codes);
      if (isAbsent(cell)) return cell;
      for (let base = first(area); base <= year; base++) {
        const { value } = cube.cell(area, base, codes);
        if (value !== null && value > 0)
          return breaksBetween(area, base, year)
            ? absent("not-applicable")
            : scaled(cell, (figure) => (100 * figure) / value);
      }
      return absent(cell.absence ?? "not-applicable");
    },
  };
  return formulas[asked.measure];

  function breaksBetween(area: string, after: number, upTo: number): boolean {
    return scope.breaks.some((mark) => mark.area === area && mark.period > after && mark.period <= upTo);
  }
}

/** Ranks of cells among one another: 1 is the highest, equal values share a rank, no value is no rank. */
export function rank(cells: readonly Cell[]): Cell[] {
  const values = cells.flatMap((cell) => cell.value ?? []).sort((a, b) => b - a);
  const ranks = new Map<number, number>();
  values.forEach((value, position) => ranks.has(value) || ranks.set(value, position + 1));
  return cells.map((cell) =>
    cell.value === null ? absent(cell.absence) : known(ranks.get(cell.value) as number),
  );
}

function scaled(cell: Cell, scale: (figure: number) => number): Cell {
  return cell.value !== null
    ? derived(scale(cell.value))
    : derivedBetween(scale(Number(cell.low)), scale(Number(cell.high)));
}

function totals(codes: Codes, dimensions: Asked["by"]): Codes {
  return bare({ ...codes, ...Object.fromEntries(dimensions.map((dimension) => [dimension, TOTAL])) });
}
