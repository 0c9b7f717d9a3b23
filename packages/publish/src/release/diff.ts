import { existsSync } from "node:fs";
import { join } from "node:path";
import { dimensions, type Absence } from "@yeelen/dataset";
import { InputError, Refusal } from "../errors.ts";
import { readManifest } from "./catalog.ts";
import { literal, openStore } from "./store.ts";
import { verifyReleaseFolder } from "./verify.ts";

/** What one cell says: a number, or a range, or why there is none. */
export interface Cell {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly absence: Absence | null;
}

/** One cell that the two releases do not agree on; `old` is null where it was added, `new` where it was removed. */
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

export interface ReleaseDiff {
  readonly from: string;
  readonly to: string;
  readonly counts: {
    readonly added: number;
    readonly removed: number;
    readonly revised: number;
    readonly same: number;
  };
  /** Ordered by indicator, area, period and dimensions. */
  readonly changes: readonly Change[];
}

const key = ["indicator", "area", "period", ...dimensions];
const cell = ["value", "low", "high", "absence"];

/**
 * Compares two releases, given as folders, cell by cell. Both are verified first: throws `Refusal` for a release that
 * is not as published, `InputError` for a folder that is none.
 */
export async function diffReleases(from: string, to: string, spill: string): Promise<ReleaseDiff> {
  const [older, newer] = [await release(from), await release(to)];
  if (older.split("/")[0] !== newer.split("/")[0])
    throw new InputError(`two datasets: ${older} and ${newer}; expected two releases of one`);
  const store = await openStore({ spill });
  try {
    const side = (folder: string) => `read_parquet(${literal(join(folder, "observations.parquet"))})`;
    await store.run(
      `CREATE TABLE pairs AS SELECT ${key.map((column) => `coalesce(o.${column}, n.${column}) AS ${column}`).join(", ")}, o.indicator IS NOT NULL AS was, n.indicator IS NOT NULL AS is, ${cell.map((column) => `o.${column} AS old_${column}, n.${column} AS new_${column}`).join(", ")} FROM ${side(from)} o FULL JOIN ${side(to)} n ON ${key.map((column) => `o.${column} = n.${column}`).join(" AND ")}`,
    );
    const differs = cell.map((column) => `old_${column} IS DISTINCT FROM new_${column}`).join(" OR ");
    const kind = `CASE WHEN NOT was THEN 'added' WHEN NOT "is" THEN 'removed' WHEN ${differs} THEN 'revised' ELSE 'same' END`;
    const counts = await store.rows<{ kind: string; cells: number }>(
      `SELECT ${kind} AS kind, count(*) AS cells FROM pairs GROUP BY ALL`,
    );
    const rows = await store.rows<Record<string, string | number | null>>(
      `SELECT * FROM (SELECT ${kind} AS kind, * FROM pairs) WHERE kind <> 'same' ORDER BY ${key.join(", ")}`,
    );
    const count = (name: string) => counts.find((row) => row.kind === name)?.cells ?? 0;
    return {
      from: older,
      to: newer,
      counts: {
        added: count("added"),
        removed: count("removed"),
        revised: count("revised"),
        same: count("same"),
      },
      changes: rows.map(change),
    };
  } finally {
    store.close();
  }
}

async function release(folder: string): Promise<string> {
  if (!existsSync(join(folder, "manifest.json")))
    throw new InputError(`no release: ${folder}; expected a folder with a manifest.json`);
  const { manifest } = await readManifest(folder, folder);
  const [fault] = await verifyReleaseFolder(folder);
  const name = `${manifest.dataset}/${manifest.release}`;
  if (fault) throw new Refusal(`${name} is not as published: ${fault.path} ${fault.problem}`);
  return name;
}

function change(row: Record<string, string | number | null>): Change {
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
