import type { AsyncDuckDB, AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import type { OpenedRelease } from "../catalog/open-release.ts";
import type { SqlResult } from "../engine.ts";
import { namesSql, refusedNames, type RefusedNames } from "../sql/allowed-functions.ts";
import { describeSql, readOnlySource } from "../sql/read-only-sql.ts";
import { databaseName, lockSql, sessionKey, tablesSql, viewsSql } from "../sql/session-sql.ts";
import { checkTokens } from "../sql/statement-tokens.ts";
import { rowObjects, type ArrowTable } from "./plain-rows.ts";
import { attach, fetchContent, type AttachOptions, type Content } from "./attach.ts";

/** One locked engine over the releases that were asked for so far. */
export interface Session {
  readonly database: AsyncDuckDB;
  readonly connection: AsyncDuckDBConnection;
  readonly releases: readonly OpenedRelease[];
  /** How each release was attached, in the order of `releases`. */
  readonly attached: readonly Content["from"][];
}

/** The views of a session: over which releases they stand, and the columns of statements that were asked of them. */
const viewed = new WeakMap<
  Session,
  { readonly key: string; readonly columns: Map<string, SqlResult["columns"]> }
>();
const mostDescribed = 200;

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
  const fetched = releases.map((release) => ({ release, content: fetchContent(release, options) }));
  // the engine and the data come at the same time; if both fail, the engine's reason is the one to tell
  for (const { content } of fetched) content.catch(() => undefined);
  const database = await starting;
  await database.open(config);
  await database.dropFiles();
  const connection = await database.connect();
  const [installing, loading, ...locks] = lockSql;
  for (const statement of [installing, loading]) await connection.query(statement);
  const attached: Content["from"][] = [];
  for (const [index, { release, content }] of fetched.entries())
    attached.push(await attach(database, connection, index, release, await content, options));
  for (const statement of locks) await connection.query(statement);
  return { database, connection, releases, attached };
}

/** Makes the views of the SQL console, over these of the attached releases. */
export async function createViews(session: Session, wanted: readonly OpenedRelease[]): Promise<void> {
  const { connection, releases } = session;
  const key = sessionKey(wanted);
  if (viewed.get(session)?.key === key) return;
  const names = wanted.map((release) => databaseName(releases.indexOf(release)));
  const tables = rowObjects((await connection.query(tablesSql)) as unknown as ArrowTable)
    .map(({ database, name }) => ({ database: String(database), name: String(name) }))
    .filter(({ database }) => names.includes(database));
  for (const statement of viewsSql(tables)) await connection.query(statement);
  viewed.set(session, { key, columns: new Map() });
}

const refused = new WeakMap<AsyncDuckDB, RefusedNames>();

/**
 * A reader's text as a source of rows. This build has no part that hands out what its parser made of a text, as Node's
 * has, so the engine's own tokenizer and its own list of functions say what the text may not call.
 */
export async function sourceOf({ database, connection }: Session, text: string): Promise<string> {
  const source = readOnlySource(text);
  let names = refused.get(database);
  if (!names) {
    const table = (await connection.query(namesSql)) as unknown as ArrowTable;
    names = refusedNames(
      rowObjects(table).map(({ kind, name }) => ({ kind: String(kind), name: String(name) })),
    );
    refused.set(database, names);
  }
  checkTokens(text, await database.tokenize(text), names);
  return source;
}

/** Names and types of what a source gives over the session's views, asked of the engine once. */
export async function columnsOf(session: Session, source: string): Promise<SqlResult["columns"]> {
  const known = viewed.get(session)?.columns;
  const held = known?.get(source);
  if (held) return held;
  const described = (await session.connection.query(describeSql(source))) as unknown as ArrowTable;
  const columns = rowObjects(described).map(({ column_name: name, column_type: type }) => ({
    name: String(name),
    type: String(type),
  }));
  if (known && known.size >= mostDescribed) known.clear();
  known?.set(source, columns);
  return columns;
}
