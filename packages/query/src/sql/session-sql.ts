import type { OpenedRelease } from "../catalog/open-release.ts";
import { quote } from "./sql.ts";

/** Name of the database file of a release. */
export const databaseFile = "observations.duckdb";

/** The name under which the release at this place in the list is attached. */
export function databaseName(index: number): string {
  return `release_${index}`;
}

/** Attaches a database file; nothing in it can be changed. `address` is a path or a registered name. */
export function attachSql(index: number, address: string): string {
  return `ATTACH ${quote(address)} AS ${databaseName(index)} (READ_ONLY)`;
}

/** Tables and views of the attached releases, one row each: `database`, `name`. */
export const tablesSql =
  "SELECT database_name AS database, table_name AS name FROM duckdb_tables() WHERE database_name LIKE 'release\\_%' ESCAPE '\\' ORDER BY name, database";

/**
 * One view for each table over all attached releases. What several releases hold alike (areas, persons, sources) is there once.
 * Names that are no plain words are left out: a file cannot bring SQL with it.
 */
export function viewsSql(tables: readonly { readonly database: string; readonly name: string }[]): string[] {
  const sources = new Map<string, string[]>();
  for (const { database, name } of tables)
    if (/^[a-z][a-z0-9_]*$/.test(name) && /^release_\d+$/.test(database))
      sources.set(name, [...(sources.get(name) ?? []), `SELECT * FROM ${database}."${name}"`]);
  return [...sources].map(([name, parts]) => {
    const union = ["areas", "population", "sources"].includes(name)
      ? " UNION BY NAME "
      : " UNION ALL BY NAME ";
    return `CREATE OR REPLACE VIEW "${name}" AS ${parts.join(union)}`;
  });
}

/** Closes the engine: from here on it reads no other file or address, installs nothing, and no setting can be changed. */
export const lockSql = [
  "SET autoinstall_known_extensions = false",
  "SET autoload_known_extensions = false",
  "SET enable_external_access = false",
  "SET lock_configuration = true",
] as const;

/** Sets of releases that share a session. */
export function sessionKey(releases: readonly OpenedRelease[]): string {
  return releases.map((release) => release.manifestSha256).join(" ");
}
