import type { SqlResult } from "@yeelen/query";

type Result = Pick<SqlResult, "columns" | "rows">;

/** A picture of a reader's own result: lines over years, or bars by name. A row without a value is a gap. */
export type QuickChart =
  | {
      readonly kind: "line";
      readonly years: readonly [first: number, last: number];
      readonly series: readonly { readonly name: string; readonly points: readonly QuickPoint[] }[];
      readonly low: number;
      readonly high: number;
      readonly left: number;
    }
  | {
      readonly kind: "bar";
      readonly bars: readonly { readonly name: string; readonly value: number | null }[];
      readonly low: number;
      readonly high: number;
      readonly left: number;
    };

export interface QuickPoint {
  readonly year: number;
  readonly value: number | null;
}

const mostSeries = 8;
const mostBars = 30;

/** Numeric columns that could be drawn: not the one with the years. */
export function numbersOf(result: Result): readonly number[] {
  const year = yearColumn(result);
  return result.columns.flatMap((_, index) =>
    index !== year && index > 0 && holdsNumbers(result, index) ? [index] : [],
  );
}

/** Null where the first columns are no year and no name, or a year has several rows of the same name. */
export function quickChart(result: Result, column: number): QuickChart | null {
  const { rows } = result;
  const year = yearColumn(result);
  const name = [0, 1].find((index) => index !== year && index !== column && holdsText(result, index));
  const values = rows.map((row) => numberAt(row, column));
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const extent = { low: Math.min(0, ...known), high: Math.max(0, ...known) };
  if (year !== undefined) {
    const series = new Map<string, QuickPoint[]>();
    for (const [index, row] of rows.entries()) {
      const key = name === undefined ? "" : String(row[name] ?? "null");
      const points = series.get(key) ?? [];
      const at = numberAt(row, year);
      if (at === null) continue;
      if (points.some((point) => point.year === at)) return null;
      points.push({ year: at, value: values[index] ?? null });
      series.set(key, points);
    }
    const years = [...series.values()].flat().map((point) => point.year);
    return {
      kind: "line",
      ...extent,
      years: [Math.min(...years), Math.max(...years)],
      series: [...series].slice(0, mostSeries).map(([key, points]) => ({
        name: key,
        points: points.sort((a, b) => a.year - b.year),
      })),
      left: Math.max(0, series.size - mostSeries),
    };
  }
  if (name !== 0) return null;
  return {
    kind: "bar",
    ...extent,
    bars: rows.slice(0, mostBars).map((row, index) => ({
      name: String(row[0] ?? "null"),
      value: values[index] ?? null,
    })),
    left: Math.max(0, rows.length - mostBars),
  };
}

/** Points in runs: a line breaks where a value is absent or a year is skipped. */
export function runsOf(points: readonly QuickPoint[]): { readonly year: number; readonly value: number }[][] {
  const runs: { year: number; value: number }[][] = [];
  let last: number | null = null;
  for (const { year, value } of points) {
    if (value !== null) {
      const run = last === year - 1 ? runs.at(-1) : undefined;
      if (run) run.push({ year, value });
      else runs.push([{ year, value }]);
    }
    last = value === null ? null : year;
  }
  return runs;
}

/** Of the first two columns the one that holds nothing but years. */
function yearColumn({ columns, rows }: Result): number | undefined {
  return [0, 1].find(
    (index) =>
      index < columns.length &&
      rows.length > 0 &&
      rows.every((row) => {
        const cell = row[index];
        return typeof cell === "number" && Number.isInteger(cell) && cell >= 1900 && cell <= 2100;
      }),
  );
}

function holdsNumbers({ rows }: Result, index: number): boolean {
  return (
    rows.some((row) => typeof row[index] === "number") &&
    rows.every((row) => row[index] === null || typeof row[index] === "number")
  );
}

function holdsText({ rows }: Result, index: number): boolean {
  return rows.length > 0 && rows.every((row) => row[index] === null || typeof row[index] === "string");
}

function numberAt(row: SqlResult["rows"][number], index: number): number | null {
  const cell = row[index];
  return typeof cell === "number" ? cell : null;
}
