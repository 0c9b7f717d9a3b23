import { facets, type EventCube, type Facet } from "./cube.ts";

/** What is chosen: years from first to last, and codes of the other facets; none chosen stands for all. */
export interface EventFilter {
  readonly first: number;
  readonly last: number;
  readonly area: readonly string[];
  readonly route: readonly string[];
  readonly cause: readonly string[];
}

export interface Count {
  readonly incidents: number;
  readonly people: number;
}

/** Counts under a filter. */
export interface Filtered {
  readonly total: Count;
  /**
   * By facet and place of the code: what there is under the choices of the *other* facets, so that a reader sees what
   * another choice in this one would give.
   */
  readonly by: Readonly<Record<Facet, readonly Count[]>>;
  /** By year, then by route, under all choices. */
  readonly cross: readonly (readonly Count[])[];
}

/** Everything: all years of the cube, nothing else chosen. */
export function everything({ codes }: EventCube): EventFilter {
  return {
    first: Number(codes.year[0]),
    last: Number(codes.year.at(-1)),
    area: [],
    route: [],
    cause: [],
  };
}

/** Counts a cube under a filter, in one pass over its cells. */
export function filtered({ codes, cells }: EventCube, filter: EventFilter): Filtered {
  const allowed = facets.map((facet) =>
    Uint8Array.from(codes[facet], (code) => Number(allows(filter, facet, code))),
  );
  const by = facets.map((facet) => codes[facet].map(() => ({ incidents: 0, people: 0 })));
  const cross = codes.year.map(() => codes.route.map(() => ({ incidents: 0, people: 0 })));
  const columns = facets.map((facet) => cells[facet]);
  const total = { incidents: 0, people: 0 };
  const size = cells.incidents.length;
  for (let cell = 0; cell < size; cell++) {
    // the one facet that refuses this cell, -1 for none; a cell that two refuse counts nowhere
    let refusing = -1;
    let refused = 0;
    for (let facet = 0; facet < columns.length && refused < 2; facet++)
      if (!allowed[facet]?.[columns[facet]?.[cell] ?? 0]) {
        refusing = facet;
        refused++;
      }
    if (refused > 1) continue;
    const incidents = cells.incidents[cell] ?? 0;
    const people = cells.people[cell] ?? 0;
    for (let facet = 0; facet < columns.length; facet++)
      if (refused === 0 || facet === refusing) {
        const count = by[facet]?.[columns[facet]?.[cell] ?? 0];
        if (count) add(count, incidents, people);
      }
    if (refused === 0) {
      add(total, incidents, people);
      const count = cross[cells.year[cell] ?? 0]?.[cells.route[cell] ?? 0];
      if (count) add(count, incidents, people);
    }
  }
  const [year = [], area = [], route = [], cause = []] = by;
  return { total, by: { year, area, route, cause }, cross };
}

/** The cells that a filter leaves, as rows of counts. */
export function filteredRows({ codes, cells }: EventCube, filter: EventFilter) {
  return cells.incidents.flatMap((incidents, cell) => {
    const at = (facet: Facet) => codes[facet][cells[facet][cell] ?? 0] ?? "";
    return facets.every((facet) => allows(filter, facet, at(facet)))
      ? [
          {
            year: Number(at("year")),
            area: at("area"),
            route: at("route"),
            cause: at("cause"),
            incidents,
            people: cells.people[cell] ?? 0,
          },
        ]
      : [];
  });
}

function allows(filter: EventFilter, facet: Facet, code: string): boolean {
  if (facet === "year") return Number(code) >= filter.first && Number(code) <= filter.last;
  return filter[facet].length === 0 || filter[facet].includes(code);
}

function add(count: { incidents: number; people: number }, incidents: number, people: number): void {
  count.incidents += incidents;
  count.people += people;
}

/** One count of each row, by the row's code. */
export function valuesByCode<Measure extends string>(
  rows: readonly ({ readonly code: string } & Readonly<Record<Measure, number>>)[],
  measure: Measure,
): ReadonlyMap<string, number> {
  return new Map(rows.map((row) => [row.code, row[measure]]));
}
