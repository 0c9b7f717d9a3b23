import type { AsyncDuckDB, AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import type { OpenedRelease } from "../catalog/open-release.ts";
import { attachSql, databaseName, lockSql, sessionKey, tablesSql, viewsSql } from "../sql/session-sql.ts";
import { plainRows, type ArrowTable } from "./plain-rows.ts";
import { fetchDatabase, registerDatabase, type AttachOptions } from "./attach.ts";

/** One locked engine over the releases that were asked for so far. */
export interface Session {
  readonly database: AsyncDuckDB;
  readonly connection: AsyncDuckDBConnection;
  readonly releases: readonly OpenedRelease[];
}

/** Over which releases the views of a session stand. */
const viewed = new WeakMap<Session, string>();

const config = {
  // whole numbers arrive as numbers; what does not fit is said by the engine, not rounded
  query: { castBigIntToDouble: false, castDecimalToDouble: true },
  filesystem: { reliableHeadRequests: true, allowFullHTTPReads: true, forceFullHTTPReads: false },
};

/** Opens an empty database, attaches the releases read-only and locks it: from here on nothing else can be read. */
export async function openSession(
  starting: Promise<AsyncDuckDB>,
  releases: readonly OpenedRelease[],
  options: AttachOptions,
): Promise<Session> {
  const contents = releases.map((release) => fetchDatabase(release, options));
  // the engine and the data come at the same time; if both fail, the engine's reason is the one to tell
  for (const content of contents) content.catch(() => undefined);
  const database = await starting;
  await database.open(config);
  await database.dropFiles();
  const connection = await database.connect();
  const [installing, loading, ...locks] = lockSql;
  for (const statement of [installing, loading]) await connection.query(statement);
  for (const [index, content] of contents.entries()) {
    const name = `${databaseName(index)}.duckdb`;
    await registerDatabase(database, name, await content);
    await connection.query(attachSql(index, name));
  }
  for (const statement of locks) await connection.query(statement);
  return { database, connection, releases };
}

/** Makes the views of the SQL console, over these of the attached releases. */
export async function createViews(session: Session, wanted: readonly OpenedRelease[]): Promise<void> {
  const { connection, releases } = session;
  const key = sessionKey(wanted);
  if (viewed.get(session) === key) return;
  const names = wanted.map((release) => databaseName(releases.indexOf(release)));
  const tables = plainRows((await connection.query(tablesSql)) as unknown as ArrowTable)
    .rows.map(([database, name]) => ({ database: String(database), name: String(name) }))
    .filter(({ database }) => names.includes(database));
  for (const statement of viewsSql(tables)) await connection.query(statement);
  viewed.set(session, key);
}
