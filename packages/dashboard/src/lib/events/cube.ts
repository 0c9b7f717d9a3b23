/** What incidents are counted by. */
export const facets = ["year", "area", "route", "cause"] as const;

export type Facet = (typeof facets)[number];

/** A row of counts: year, country (empty if not stated), route, cause, incidents, persons dead or missing. */
export type CountRow = readonly [
  year: number,
  area: string,
  route: string,
  cause: string,
  incidents: number,
  people: number,
];

/**
 * Incidents counted by every combination of facets that occurs: few cells however many incidents. Columns stand side by
 * side; a cell's facets are places in `codes`.
 */
export interface EventCube {
  readonly codes: Readonly<Record<Facet, readonly string[]>>;
  readonly cells: Readonly<Record<Facet | "incidents" | "people", readonly number[]>>;
}

/** Joins rows into a cube. Years are in order, without a gap; other codes in order of their names. */
export function cubeOf(rows: readonly CountRow[]): EventCube {
  const years = rows.map(([year]) => year);
  const first = Math.min(...years);
  const codes = {
    year: Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => String(first + index)),
    area: sorted(rows.map(([, area]) => area)),
    route: sorted(rows.map(([, , route]) => route)),
    cause: sorted(rows.map(([, , , cause]) => cause)),
  };
  const places = Object.fromEntries(
    facets.map((facet) => [facet, new Map(codes[facet].map((code, place) => [code, place]))]),
  );
  const ordered = [...rows].sort(
    (a, b) => a[0] - b[0] || compare(a[1], b[1]) || compare(a[2], b[2]) || compare(a[3], b[3]),
  );
  const column = (facet: Facet, index: number) =>
    ordered.map((row) => places[facet]?.get(String(row[index])) ?? 0);
  return {
    codes,
    cells: {
      year: column("year", 0),
      area: column("area", 1),
      route: column("route", 2),
      cause: column("cause", 3),
      incidents: ordered.map((row) => row[4]),
      people: ordered.map((row) => row[5]),
    },
  };
}

/** The statement that counts a table of incidents into the rows of a cube; such tables hold text. */
export const cubeSql = `SELECT CAST(period AS INTEGER) AS period, coalesce(area, '') AS area, route, cause,
  count(*) AS incidents, sum(CAST(dead_or_missing AS INTEGER)) AS people
FROM incidents
GROUP BY ALL`;

function sorted(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort(compare);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
