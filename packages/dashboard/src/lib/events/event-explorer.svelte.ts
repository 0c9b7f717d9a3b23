import type { SqlResult } from "$lib/explore/console.ts";
import { failureOf } from "$lib/explore/failure.ts";
import { cubeOf, cubeSql, type CountRow, type EventCube } from "./cube.ts";
import { filterFromAddress, filterToAddress } from "./address.ts";
import { everything, filtered, type EventFilter, type Filtered } from "./filter.ts";

export type Recount = "not-asked" | "counting" | "same" | "different" | "failed";

/** Answers a statement over the published file. */
export type Count = (sql: string) => Promise<Pick<SqlResult, "rows">>;

/**
 * The state of the page of incidents. It counts a cube of few cells, made when the site was built; on request DuckDB
 * makes the cube again from the published file, and the page goes on with that one.
 */
export class EventExplorer {
  cube = $state.raw<EventCube>() as EventCube;
  filter = $state.raw<EventFilter>() as EventFilter;
  measure = $state<"people" | "incidents">("people");
  recount = $state<Recount>("not-asked");
  /** Why it could not be counted again; empty where nothing came. */
  reason = $state("");
  /** What of the address could not be followed, a sentence each. */
  misread = $state.raw<readonly string[]>([]);

  constructor(cube: EventCube) {
    this.cube = cube;
    this.filter = everything(cube);
  }

  readonly counted: Filtered = $derived(filtered(this.cube, this.filter));

  get isEverything(): boolean {
    return this.address === "";
  }

  get address(): string {
    return filterToAddress(this.filter, this.cube);
  }

  /** Takes up what an address asks for; what the file does not hold is said, and the rest shown. */
  follow(search: string): void {
    const { choice, misread } = filterFromAddress(search, this.cube);
    this.filter = choice;
    this.misread = misread;
  }

  choose(change: Partial<EventFilter>): void {
    this.misread = [];
    const next = { ...this.filter, ...change };
    this.filter = { ...next, first: Math.min(next.first, next.last), last: Math.max(next.first, next.last) };
  }

  toggle(facet: "area" | "route" | "cause", code: string): void {
    const now = this.filter[facet];
    this.choose({ [facet]: now.includes(code) ? now.filter((one) => one !== code) : [...now, code] });
  }

  reset(): void {
    this.choose(everything(this.cube));
  }

  /** Has DuckDB count the file again and compares every cell. */
  async countAgain(count: Count): Promise<void> {
    this.recount = "counting";
    try {
      const { rows } = await count(cubeSql);
      const cube = cubeOf(rows.map(countRow));
      this.recount = JSON.stringify(cube) === JSON.stringify(this.cube) ? "same" : "different";
      this.cube = cube;
    } catch (error) {
      this.recount = "failed";
      const failure = failureOf(error);
      this.reason = failure.kind === "unreachable" ? "" : failure.problem;
    }
  }
}

function countRow([year, area, route, cause, incidents, people]: SqlResult["rows"][number]): CountRow {
  return [Number(year), String(area), String(route), String(cause), Number(incidents), Number(people)];
}
