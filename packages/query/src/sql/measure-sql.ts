import type { Dimension, Measure } from "@yeelen/dataset/plain";
import type { Asked } from "../views/ask.ts";
import { column, join, sql, type Sql } from "./sql.ts";

/**
 * How a measure is made from a figure `f` (v, lo, hi, why): further tables, joins, the reason why there is no value,
 * the raw value and the raw range of a suppressed one. `rounded` asks for four decimals.
 */
export interface MeasureSql {
  readonly tables: readonly Sql[];
  readonly joins: Sql;
  readonly why: Sql;
  readonly value: Sql;
  readonly low: Sql;
  readonly high: Sql;
  readonly rounded: boolean;
}

/** The tables to read: those of an engine, or the files of a release. */
export interface Tables {
  readonly observations: Sql;
  readonly population: Sql;
}

const nothing = sql``;
const own = { tables: [], joins: nothing, why: sql`f.why` };
const missing = (why: Sql): Sql => sql`${why} <> ${"suppressed"}`;

/** The formulas of `docs/query.md`, in SQL that every DuckDB understands. */
export function measureSql(asked: Asked, tables: Tables): MeasureSql {
  const formulas: Record<Measure, () => MeasureSql> = {
    value: () => ({ ...own, value: sql`f.v`, low: sql`f.lo`, high: sql`f.hi`, rounded: false }),
    rank: () => ({
      ...own,
      value: sql`CAST(rank() OVER (PARTITION BY ${join([sql`f.period`, ...asked.by.map((dimension) => column(dimension, "f")), sql`f.v IS NULL`])} ORDER BY f.v DESC) AS DOUBLE)`,
      low: sql`NULL`,
      high: sql`NULL`,
      rounded: false,
    }),
    rate: () => rate(asked, tables),
    share: () => share(asked, tables),
    change: () => change(asked),
    index: () => index(asked),
  };
  return formulas[asked.measure]();
}

function rate({ by, where }: Asked, { population }: Tables): MeasureSql {
  const groups = (["sex", "age"] as const).map((dimension) => {
    const allowed = dimension === "sex" ? sql`('T', 'F', 'M')` : sql`('T', 'LT18', 'GE18')`;
    return by.includes(dimension)
      ? sql`${column(dimension)} IN ${allowed}`
      : sql`${column(dimension)} = ${where[dimension] ?? "T"} AND ${column(dimension)} IN ${allowed}`;
  });
  const keys = by.filter((dimension) => dimension === "sex" || dimension === "age");
  return {
    tables: [
      sql`persons AS (
  SELECT area, period, sex, age, CAST(value AS DOUBLE) AS persons
  FROM ${population}
  WHERE ${join(groups, " AND ")}
)`,
    ],
    joins: sql`LEFT JOIN persons n ON ${sameKeys("n", "f", keys)} AND n.period = f.period`,
    why: sql`CASE WHEN ${missing(sql`f.why`)} THEN f.why WHEN n.persons > 0 THEN f.why ELSE 'not-applicable' END`,
    value: sql`f.v * 1e5 / n.persons`,
    low: sql`f.lo * 1e5 / n.persons`,
    high: sql`f.hi * 1e5 / n.persons`,
    rounded: true,
  };
}

function share(asked: Asked, { observations }: Tables): MeasureSql {
  const parts = asked.by.length ? asked.by : (Object.keys(asked.where) as Dimension[]);
  const where = Object.fromEntries(
    Object.entries(asked.where).filter(([name]) => !parts.includes(name as Dimension)),
  );
  return {
    tables: [
      sql`whole AS (
  SELECT area, period, CAST(value AS DOUBLE) AS v, absence
  FROM ${observations}
  WHERE ${keyCondition(asked, where)}
)`,
    ],
    joins: sql`LEFT JOIN whole w ON ${sameKeys("w", "f", [])} AND w.period = f.period`,
    why: sql`CASE WHEN ${missing(sql`f.why`)} THEN f.why WHEN w.v > 0 THEN f.why WHEN w.v = 0 THEN 'not-applicable' ELSE ${whyOf(asked, "w", sql`f.period`)} END`,
    value: sql`f.v / w.v`,
    low: sql`CASE WHEN f.hi <= w.v THEN f.lo / w.v END`,
    high: sql`CASE WHEN f.hi <= w.v THEN f.hi / w.v END`,
    rounded: true,
  };
}

function change(asked: Asked): MeasureSql {
  const before = whyOf(asked, "b", sql`f.period - 1`);
  return {
    tables: [marks(asked)],
    joins: sql`LEFT JOIN stored b ON ${sameKeys("b", "f", asked.by)} AND b.period = f.period - 1
  LEFT JOIN mark m ON m.area = f.area AND m.period = f.period`,
    why: sql`CASE WHEN ${missing(sql`f.why`)} THEN f.why WHEN ${missing(before)} THEN ${before} WHEN m.area IS NOT NULL THEN 'not-applicable' ELSE coalesce(f.why, b.absence) END`,
    value: sql`f.v - b.v`,
    low: sql`f.lo - b.hi`,
    high: sql`f.hi - b.lo`,
    rounded: true,
  };
}

function index(asked: Asked): MeasureSql {
  const keys = join([sql`area`, ...asked.by.map((dimension) => column(dimension))]);
  return {
    tables: [
      marks(asked),
      sql`since AS (
  SELECT y.area AS area, y.period AS period, max(m.period) AS since
  FROM (SELECT DISTINCT area, period FROM figure) y JOIN mark m ON m.area = y.area AND m.period <= y.period
  GROUP BY y.area, y.period
)`,
      sql`first_year AS (SELECT ${keys}, min(period) AS period FROM figure WHERE v > 0 GROUP BY ${keys})`,
    ],
    joins: sql`LEFT JOIN first_year w ON ${sameKeys("w", "f", asked.by)} AND w.period <= f.period
  LEFT JOIN figure b ON ${sameKeys("b", "f", asked.by)} AND b.period = w.period
  LEFT JOIN since m ON m.area = f.area AND m.period = f.period`,
    why: sql`CASE WHEN ${missing(sql`f.why`)} THEN f.why WHEN w.period IS NULL THEN coalesce(f.why, 'not-applicable') WHEN m.since > w.period THEN 'not-applicable' ELSE f.why END`,
    value: sql`1e2 * f.v / b.v`,
    low: sql`1e2 * f.lo / b.v`,
    high: sql`1e2 * f.hi / b.v`,
    rounded: true,
  };
}

/** Why a stored cell has no value; a cell that is not stored is judged by its year. */
export function whyOf({ scope }: Asked, table: "s" | "b" | "w", period: Sql): Sql {
  const cell = table === "s" ? sql`s` : table === "b" ? sql`b` : sql`w`;
  const [first, last] = scope.period;
  return sql`CASE WHEN ${cell}.area IS NOT NULL THEN ${cell}.absence WHEN ${period} < ${first} THEN 'not-collected' WHEN ${period} > ${last} THEN 'pending' ELSE 'not-reported' END`;
}

/** The indicator's cells within its years, each dimension at its asked code, else at the total; those in `by` are left open. */
export function keyCondition(
  { scope, areas }: Asked,
  where: Asked["where"],
  by: readonly Dimension[] = [],
): Sql {
  const [first, last] = scope.period;
  const keys = (["sex", "age", "exploitation", "counterpart"] as const)
    .filter((dimension) => !by.includes(dimension))
    .map((dimension) => sql`${column(dimension)} = ${where[dimension] ?? "T"}`);
  return join(
    [
      sql`indicator = ${scope.indicator}`,
      sql`area IN (${join(areas.map((area) => sql`${area}`))})`,
      sql`period BETWEEN ${first} AND ${last}`,
      ...keys,
    ],
    " AND ",
  );
}

export function sameKeys(left: "s" | "b" | "n" | "w", right: "f" | "g", by: readonly Dimension[]): Sql {
  const area = { parts: [`${left}.area = ${right}.area`] };
  return join(
    [area, ...by.map((dimension) => sql`${column(dimension, left)} = ${column(dimension, right)}`)],
    " AND ",
  );
}

function marks({ scope, areas }: Asked): Sql {
  const breaks = scope.breaks.filter((mark) => areas.includes(mark.area));
  const distinct = [...new Map(breaks.map((mark) => [`${mark.area} ${mark.period}`, mark])).values()];
  if (!distinct.length)
    return sql`mark AS (SELECT CAST(NULL AS VARCHAR) AS area, CAST(NULL AS INTEGER) AS period WHERE false)`;
  return sql`mark(area, period) AS (VALUES ${join(distinct.map((mark) => sql`(${mark.area}, ${mark.period})`))})`;
}
