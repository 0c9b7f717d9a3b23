import { known, type Series, type SeriesCell } from "./series.ts";

/** A series and its newest known figure, or, where none is known, its newest absence. */
export interface Latest<S extends Series = Series> {
  readonly series: S;
  readonly cell: SeriesCell;
}

export function latestOf<S extends Series>(series: readonly S[]): Latest<S>[] {
  return series.flatMap((one) => {
    const cell = known(one).at(-1) ?? one.cells.at(-1);
    return cell ? [{ series: one, cell }] : [];
  });
}

/** The year that all figures share, or null. */
export function sharedYear(items: readonly Latest[]): number | null {
  const [year, ...more] = new Set(items.map(({ cell }) => cell.period));
  return year === undefined || more.length > 0 ? null : year;
}
