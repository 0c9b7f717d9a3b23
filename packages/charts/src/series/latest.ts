import { known, type Series, type SeriesCell } from "./series.ts";

/**
 * A series and its newest known figure. Where none is known: its newest figure that exists and is not shown, hidden or
 * contradictory; where there is none of those either, its newest year.
 */
export interface Latest<S extends Series = Series> {
  readonly series: S;
  readonly cell: SeriesCell;
}

export function latestOf<S extends Series>(series: readonly S[]): Latest<S>[] {
  return series.flatMap((one) => {
    const cell = known(one).at(-1) ?? one.cells.findLast(isHidden) ?? one.cells.at(-1);
    return cell ? [{ series: one, cell }] : [];
  });
}

/** The year that all figures share, or null. */
export function sharedYear(items: readonly Latest[]): number | null {
  const [year, ...more] = new Set(items.map(({ cell }) => cell.period));
  return year === undefined || more.length > 0 ? null : year;
}

/** Whether a figure exists and is not shown, since it would point at persons or its source contradicts itself. */
export function isHidden({ absence }: SeriesCell): boolean {
  return absence === "suppressed" || absence === "conflicting";
}

/** Whether a figure must be told with its year: `shared` is the year of all that are known, `period` what was asked for. */
export function needsYear(
  { cell }: Latest,
  shared: number | null,
  [first, last]: readonly [number, number],
): boolean {
  if (first === last) return false;
  return cell.value === null ? isHidden(cell) && cell.period !== shared : shared === null;
}
