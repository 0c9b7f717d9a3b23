import { dimensions, type Absence } from "@yeelen/dataset/plain";

/** What one cell says: a number, or a range, or why there is none. */
export interface Cell {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly absence: Absence | null;
}

/** One cell that two releases do not agree on; `old` is null where it was added, `new` where it was removed. */
export interface Change {
  readonly kind: "added" | "removed" | "revised";
  readonly indicator: string;
  readonly area: string;
  readonly period: number;
  readonly sex: string;
  readonly age: string;
  readonly exploitation: string;
  readonly counterpart: string;
  readonly old: Cell | null;
  readonly new: Cell | null;
}

export interface Changes {
  readonly counts: {
    readonly added: number;
    readonly removed: number;
    readonly revised: number;
    readonly same: number;
  };
  /** Ordered by indicator, area, period and dimensions. */
  readonly changes: readonly Change[];
}

/** A DuckDB that holds nothing yet; rows come as plain values, whole numbers of any width as numbers or bigints. */
export interface Statements {
  run(sql: string): Promise<unknown>;
  rows(sql: string): Promise<readonly Record<string, unknown>[]>;
}

const key = ["indicator", "area", "period", ...dimensions];
const cell = ["value", "low", "high", "absence"];

/** Compares two relations of observations cell by cell, given as what stands behind SQL's `FROM`. */
export async function changesBetween(older: string, newer: string, duckdb: Statements): Promise<Changes> {
  await duckdb.run(
    `CREATE TABLE pairs AS SELECT ${key.map((column) => `coalesce(o.${column}, n.${column}) AS ${column}`).join(", ")}, o.indicator IS NOT NULL AS was, n.indicator IS NOT NULL AS is, ${cell.map((column) => `o.${column} AS old_${column}, n.${column} AS new_${column}`).join(", ")} FROM ${older} o FULL JOIN ${newer} n ON ${key.map((column) => `o.${column} = n.${column}`).join(" AND ")}`,
  );
  const differs = cell.map((column) => `old_${column} IS DISTINCT FROM new_${column}`).join(" OR ");
  const kind = `CASE WHEN NOT was THEN 'added' WHEN NOT "is" THEN 'removed' WHEN ${differs} THEN 'revised' ELSE 'same' END`;
  const counts = await duckdb.rows(`SELECT ${kind} AS kind, count(*) AS cells FROM pairs GROUP BY ALL`);
  const rows = await duckdb.rows(
    `SELECT * FROM (SELECT ${kind} AS kind, * FROM pairs) WHERE kind <> 'same' ORDER BY ${key.join(", ")}`,
  );
  const count = (name: string) => Number(counts.find((row) => row["kind"] === name)?.["cells"] ?? 0);
  return {
    counts: {
      added: count("added"),
      removed: count("removed"),
      revised: count("revised"),
      same: count("same"),
    },
    changes: rows.map(change),
  };
}

function change(row: Record<string, unknown>): Change {
  const side = (prefix: string) =>
    Object.fromEntries(cell.map((column) => [column, row[`${prefix}_${column}`] ?? null])) as unknown as Cell;
  const kind = row["kind"] as Change["kind"];
  return {
    kind,
    ...(Object.fromEntries(key.map((column) => [column, row[column]])) as unknown as Omit<
      Change,
      "kind" | "old" | "new"
    >),
    old: kind === "added" ? null : side("old"),
    new: kind === "removed" ? null : side("new"),
  };
}
