import type { Dimension } from "@yeelen/dataset/plain";
import type { Asked } from "../views/ask.ts";
import { keyCondition, measureSql, sameKeys, whyOf, type Tables } from "./measure-sql.ts";
import { column, join, sql, type Sql } from "./sql.ts";

/** The files of a release, as seen from its own folder. */
export const parquetFiles: Tables = {
  observations: sql`'observations.parquet'`,
  population: sql`'population.parquet'`,
};

/** The one thing in which databases differ here: a row for each item of a list. */
export interface Dialect {
  readonly each: (list: Sql) => Sql;
}

export const duckdb: Dialect = { each: (list) => sql`unnest(${list})` };
export const clickhouse: Dialect = { each: (list) => sql`arrayJoin(${list})` };

/** The tables of an attached database; its name is one that an engine chose. */
export function tablesOf(database: string): Tables {
  if (!/^release_\d+$/.test(database)) throw new Error(`unknown database: ${database}`);
  return {
    observations: { parts: [`${database}.observations`] },
    population: { parts: [`${database}.population`] },
  };
}

/** One statement for one question: its rows, columns and order are the answer's. `limit` is left to the caller. */
export function questionSql(asked: Asked, tables: Tables, dialect: Dialect = duckdb): Sql {
  const { by } = asked;
  const measure = measureSql(asked, tables);
  const keys = join([
    sql`f.area AS area`,
    sql`f.period AS period`,
    ...by.map((dimension) => named(dimension, "f")),
  ]);
  const withTables = [
    sql`asked(area) AS (VALUES ${join(asked.areas.map((area) => sql`(${area})`))})`,
    sql`stored AS (
  SELECT ${join([sql`area`, sql`period`, ...by.map((dimension) => column(dimension))])}, CAST(value AS DOUBLE) AS v, absence,
    CAST(CASE WHEN value IS NULL AND absence = 'suppressed' THEN low ELSE value END AS DOUBLE) AS lo,
    CAST(CASE WHEN value IS NULL AND absence = 'suppressed' THEN high ELSE value END AS DOUBLE) AS hi
  FROM ${tables.observations}
  WHERE ${join([keyCondition(asked, asked.where, by), ...by.map((dimension) => openCodes(asked, dimension))], " AND ")}
)`,
    spanTable(asked, dialect),
    ...by.map((dimension) => codeTable(asked, dimension)),
    sql`figure AS (
  SELECT ${gridColumns(by)}, s.v AS v, s.lo AS lo, s.hi AS hi, ${whyOf(asked, "s", sql`g.period`)} AS why
  FROM (${gridOf(by)}) g LEFT JOIN stored s ON ${sameKeys("s", "g", by)} AND s.period = g.period
)`,
    ...measure.tables,
    sql`measured AS (
  SELECT ${keys}${join(
    by.map((dimension) => sql`, f.${place(dimension)} AS ${place(dimension)}`),
    "",
  )},
    ${measure.value} AS raw, ${measure.low} AS raw_low, ${measure.high} AS raw_high, ${measure.why} AS absence
  FROM figure f ${measure.joins}
)`,
  ];
  const names = join([sql`area`, sql`period`, ...by.map((dimension) => column(dimension))]);
  const { exact, down, up } = rounding(measure.rounded);
  return sql`WITH
${join(withTables, ",\n")}
SELECT ${names},
  CASE WHEN absence IS NULL THEN ${exact} END AS value,
  CASE WHEN absence IS NULL THEN ${exact} WHEN absence = 'suppressed' THEN ${down} END AS low,
  CASE WHEN absence IS NULL THEN ${exact} WHEN absence = 'suppressed' THEN ${up} END AS high,
  absence
FROM measured
ORDER BY ${join([...valueOrder(asked.order), sql`area`, sql`period`, ...by.map(place)])}`;
}

function openCodes({ codes }: Asked, dimension: Dimension): Sql {
  const list = codes[dimension];
  return list
    ? sql`${column(dimension)} IN (${join(list.map((code) => sql`${code}`))})`
    : sql`${column(dimension)} <> 'T'`;
}

function spanTable({ years, scope }: Asked, { each }: Dialect): Sql {
  const [first, last] = scope.period;
  if (years !== "latest") {
    const [from, to] = years;
    return sql`span(area, period) AS (SELECT area, ${each(sql`range(${from}, ${to + 1})`)} FROM asked)`;
  }
  return sql`span AS (
  SELECT a.area AS area, coalesce(max(s.period), ${last}) AS period
  FROM asked a LEFT JOIN stored s ON s.area = a.area AND s.v IS NOT NULL AND s.period BETWEEN ${first} AND ${last}
  GROUP BY a.area
)`;
}

function codeTable({ codes }: Asked, dimension: Dimension): Sql {
  const list = codes[dimension];
  return list
    ? sql`${table(dimension)}(${column(dimension)}, ${place(dimension)}) AS (VALUES ${join(list.map((code, index) => sql`(${code}, ${index})`))})`
    : sql`${table(dimension)} AS (
  SELECT ${column(dimension)}, row_number() OVER (ORDER BY ${column(dimension)}) AS ${place(dimension)}
  FROM (SELECT DISTINCT ${named(dimension, "s")} FROM stored s JOIN span USING (area, period))
)`;
}

function gridOf(by: readonly Dimension[]): Sql {
  return sql`SELECT * FROM span${join(
    by.map((dimension) => sql` CROSS JOIN ${table(dimension)}`),
    "",
  )}`;
}

function gridColumns(by: readonly Dimension[]): Sql {
  return join([
    sql`g.area AS area`,
    sql`CAST(g.period AS INTEGER) AS period`,
    ...by.flatMap((dimension) => [named(dimension, "g"), place(dimension)]),
  ]);
}

function valueOrder(order: Asked["order"]): Sql[] {
  if (order === "key") return [];
  return [order === "value" ? sql`value ASC NULLS LAST` : sql`value DESC NULLS LAST`];
}

/** Half up for values, outwards for ranges; adding zero turns -0 into 0. */
function rounding(rounded: boolean): { exact: Sql; down: Sql; up: Sql } {
  if (!rounded) return { exact: sql`raw`, down: sql`raw_low`, up: sql`raw_high` };
  return {
    exact: sql`floor(raw * 1e4 + 5e-1) / 1e4`,
    down: sql`floor(raw_low * 1e4) / 1e4`,
    up: sql`ceil(raw_high * 1e4) / 1e4 + 0e0`,
  };
}

/** A joined table's column under its own name: some databases would keep the table in it. */
function named(dimension: Dimension, table: "f" | "g" | "s"): Sql {
  return sql`${column(dimension, table)} AS ${column(dimension)}`;
}

function table(dimension: Dimension): Sql {
  return { parts: [`${toName(dimension)}_code`] };
}

function place(dimension: Dimension): Sql {
  return { parts: [`${toName(dimension)}_place`] };
}

function toName(dimension: Dimension): string {
  return column(dimension).parts.join("");
}
