import type { Break } from "@yeelen/dataset/plain";
import type { Context } from "../figure/figure.ts";
import { known, type KnownCell, type Series } from "./series.ts";

/** Changes in the way of counting, inside the years and countries that were asked for. */
export function breaksIn({ answer, about, period: [first, last] }: Context): Break[] {
  const areas = new Set(answer.rows.map((row) => row.area));
  return about.breaks.filter(({ area, period }) => areas.has(area) && period > first && period <= last);
}

/** Whether figures of two years of a series compare: nothing changed in the way of counting between them. */
export function compares({ about }: Context, { area }: Series, from: KnownCell, to: KnownCell): boolean {
  return !about.breaks.some(
    (each) => each.area === area && each.period > from.period && each.period <= to.period,
  );
}

/** Stretches of known values in successive years, cut at every gap and where the way of counting changed. */
export function runsOf(context: Context, series: Series): KnownCell[][] {
  const runs: KnownCell[][] = [];
  for (const cell of known(series)) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before?.period === cell.period - 1 && compares(context, series, before, cell)) run.push(cell);
    else runs.push([cell]);
  }
  return runs;
}
