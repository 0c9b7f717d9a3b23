import { known, type Series } from "./series.ts";

/**
 * For each area the newest year in which any of its series has a figure, else its newest year:
 * parts are compared within one year, never across.
 */
export function newestYear(series: readonly Series[]): ReadonlyMap<string, number> {
  const years = new Map<string, number>();
  for (const area of new Set(series.map((one) => one.area))) {
    const own = series.filter((one) => one.area === area);
    const withFigure = own.flatMap((one) => known(one).map((cell) => cell.period));
    const all = own.flatMap((one) => one.cells.map((cell) => cell.period));
    years.set(area, Math.max(...(withFigure.length > 0 ? withFigure : all)));
  }
  return years;
}
