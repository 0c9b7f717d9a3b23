import * as duckdb from "@duckdb/duckdb-wasm";
import { cubeOf, cubeSql, type CountRow } from "../../packages/dashboard/src/lib/events/cube.ts";
import { everything, filtered } from "../../packages/dashboard/src/lib/events/filter.ts";

const facets = ["period", "area", "route", "cause"] as const;

/** Milliseconds of each way to take a brush step over `rows` generated incidents. */
async function measure(rows: number, steps: number) {
  const database = new duckdb.AsyncDuckDB(
    new duckdb.VoidLogger(),
    new Worker("/engine/duckdb-browser-eh.worker.js"),
  );
  await database.instantiate(new URL("/engine/duckdb-eh.wasm", location.href).href);
  const connection = await database.connect();
  await connection.query(`CREATE TABLE incidents AS SELECT 2014 + h % 13 AS period, 'A' || (h // 13 % 50) AS area,
    'route ' || (h // 650 % 14) AS route, 'cause ' || (h // 9100 % 8) AS cause, 1 + h % 40 AS dead_or_missing
    FROM (SELECT hash(i) // 1000 AS h FROM range(${rows}) t(i))`);
  const began = performance.now();
  const table = await connection.query(cubeSql);
  const cube = cubeOf(
    table.toArray().map((row): CountRow => {
      const { period, area, route, cause, incidents, people } = row as Record<string, unknown>;
      return [Number(period), String(area), String(route), String(cause), Number(incidents), Number(people)];
    }),
  );
  const build = performance.now() - began;
  const [cubeSteps, querySteps]: [number[], number[]] = [[], []];
  for (let step = 0; step < steps; step++) {
    const filter = {
      ...everything(cube),
      first: 2014 + (step % 9),
      last: 2018 + (step % 9),
      route: ["route 3"],
    };
    let start = performance.now();
    const counted = filtered(cube, filter);
    cubeSteps.push(performance.now() - start);
    start = performance.now();
    let people = 0;
    for (const facet of facets) {
      const conditions = [
        ...(facet === "period" ? [] : [`period BETWEEN ${filter.first} AND ${filter.last}`]),
        ...(facet === "route" ? [] : ["route = 'route 3'"]),
      ];
      const answer = await connection.query(
        `SELECT ${facet} AS code, count(*)::INTEGER AS incidents, sum(dead_or_missing)::DOUBLE AS people FROM incidents WHERE ${conditions.join(" AND ")} GROUP BY 1`,
      );
      if (facet === "area")
        people = answer.toArray().reduce((sum: number, row: { people: number }) => sum + row.people, 0);
    }
    querySteps.push(performance.now() - start);
    if (people !== counted.total.people)
      throw new Error(`${people} by query, ${counted.total.people} by cube`);
  }
  await database.terminate();
  return { cells: cube.cells.incidents.length, build, cubeSteps, querySteps };
}

Object.assign(globalThis, { measure });
