import type { AnswerRow } from "@yeelen/dataset/plain";

/** A row of which something is known: a figure, or the range its publisher gives for it. */
export function isKnown(row: AnswerRow): boolean {
  return row.value !== null || (row.absence === "suppressed" && row.high !== null);
}

/** The newest row of which something is known, or nothing. */
export function latestKnown<R extends AnswerRow>(rows: readonly R[]): R | undefined {
  return rows.reduce<R | undefined>(
    (latest, row) => (isKnown(row) && (!latest || row.period > latest.period) ? row : latest),
    undefined,
  );
}

/** The newest year in which any of the rows is known. */
export function latestYear(rows: readonly AnswerRow[]): number | undefined {
  return latestKnown(rows)?.period;
}

/** Years as runs: 2003, 2005–2007. Takes them in any order, gives them ascending. */
export function yearRuns(years: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const open = runs.at(-1);
    if (open && open[1] === year - 1) open[1] = year;
    else runs.push([year, year]);
  }
  return runs;
}
