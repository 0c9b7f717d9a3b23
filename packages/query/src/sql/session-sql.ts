import type { OpenedRelease } from "../catalog/open-release.ts";
import { QuestionError } from "../views/question-error.ts";
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

// functions that a SELECT may call and that change the engine all the same
const changing = /enable_logging|disable_logging|truncate_duckdb_logs|checkpoint/i;

/**
 * A researcher's text as one read-only statement of at most `rowLimit` + 1 rows: `query()` takes a single SELECT and
 * nothing else, and decides so with the engine's own parser.
 */
export function readOnlySql(text: string, rowLimit: number): string {
  if (typeof text !== "string" || !text.trim() || text.length > 100_000 || text.includes("\0"))
    throw new QuestionError("sql", text, "one SELECT statement of at most 100000 characters");
  const [name] = changing.exec(text) ?? [];
  if (name) throw new QuestionError("sql", name, "functions that change nothing");
  return `SELECT * FROM query(${quote(text)}) LIMIT ${quote(rowLimit + 1)}`;
}

/** Sets of releases that share a session. */
export function sessionKey(releases: readonly OpenedRelease[]): string {
  return releases.map((release) => release.manifestSha256).join(" ");
}
