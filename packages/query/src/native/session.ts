import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from "@duckdb/node-api";
import type { OpenedRelease } from "../catalog/open-release.ts";
import type { SqlResult } from "../engine.ts";
import { plainValue } from "../sql/plain-value.ts";
import { openEngineFiles } from "./engine-files.ts";
import { Connections } from "./connections.ts";
import { namesSql, refusedNames, type RefusedNames } from "../sql/allowed-functions.ts";
import { describeSql, readOnlySource, selectSql } from "../sql/read-only-sql.ts";
import { checkSerialized, serializeSql } from "../sql/serialized-statement.ts";
import { attachSql, databaseFile, lockSql, tablesSql, viewsSql } from "../sql/session-sql.ts";

/** A locked in-process DuckDB over the verified database files of some releases. */
export interface Session {
  /** Runs a statement of our own on a connection of its own; `signal` stops it. */
  run<Result>(
    signal: AbortSignal | undefined,
    use: (connection: DuckDBConnection) => Promise<Result>,
  ): Promise<Result>;
  /** Runs a reader's statement: at most one row more than `rowLimit`. Throws `QuestionError` for what no reader may run. */
  select(signal: AbortSignal, text: string, rowLimit: number): Promise<Pick<SqlResult, "columns" | "rows">>;
  /** The same, some thousand rows at a time, as they are asked for. */
  stream(
    signal: AbortSignal,
    text: string,
    rowLimit: number,
  ): AsyncGenerator<Pick<SqlResult, "columns" | "rows">, void, void>;
  close(): Promise<void>;
}

/** What statements may hold; beyond it they end with an error, where nothing else would stop them. */
const mostMemory = "2GB";

/** Attaches a private copy of each verified file, so that the bytes that were checked are the bytes that are read. */
export async function openSession(releases: readonly OpenedRelease[]): Promise<Session> {
  const files = openEngineFiles();
  let instance: DuckDBInstance | undefined;
  let refused: RefusedNames;
  const close = async () => {
    instance?.closeSync();
    instance = undefined;
    files.close();
  };
  try {
    instance = await DuckDBInstance.create(":memory:", { temp_directory: "", memory_limit: mostMemory });
    const connection = await instance.connect();
    for (const [index, release] of releases.entries()) {
      const path = join(files.folder, `${index}.duckdb`);
      await writeFile(path, await release.read(databaseFile), { mode: 0o600 });
      await connection.run(attachSql(index, path));
    }
    const names = await connection.runAndReadAll(namesSql);
    refused = refusedNames(names.getRowObjectsJS() as { kind: string; name: string }[]);
    const tables = await connection.runAndReadAll(tablesSql);
    for (const statement of [
      ...viewsSql(tables.getRowObjectsJS() as { database: string; name: string }[]),
      ...lockSql,
    ])
      await connection.run(statement);
    connection.closeSync();
  } catch (cause) {
    await close();
    throw cause;
  }
  const connections = new Connections(instance);
  return {
    close,
    run: (signal, use) => connections.run(signal, use),
    select: (signal, text, rowLimit) =>
      connections.run(signal, async (connection) => {
        const source = await sourceOf(connection, text, refused);
        const columns = await columnsOf(connection, source);
        const reader = await connection.runAndReadAll(selectSql(source, columns, rowLimit));
        return { columns, rows: reader.getRowsJS().map((row) => plainRow(row, columns)) };
      }),
    stream: (signal, text, rowLimit) => streamRows(connections, signal, text, rowLimit, refused),
  };
}

/** A reader's text as a source of rows, after the engine's own parser has read it and nothing was found that may not be. */
async function sourceOf(connection: DuckDBConnection, text: string, refused: RefusedNames): Promise<string> {
  const source = readOnlySource(text);
  const [row] = (await connection.runAndReadAll(serializeSql, [text])).getRowObjectsJS();
  checkSerialized(String(row?.["statement"]), refused);
  return source;
}

async function* streamRows(
  connections: Connections,
  signal: AbortSignal,
  text: string,
  rowLimit: number,
  refused: RefusedNames,
): AsyncGenerator<Pick<SqlResult, "columns" | "rows">, void, void> {
  const connection = await connections.open(signal);
  const stop = () => connection.interrupt();
  signal.addEventListener("abort", stop);
  try {
    const source = await sourceOf(connection, text, refused);
    const columns = await columnsOf(connection, source);
    const result = await connection.stream(selectSql(source, columns, rowLimit));
    yield { columns, rows: [] };
    for await (const rows of result.yieldRowsJs()) {
      signal.throwIfAborted();
      yield { columns, rows: rows.map((row) => plainRow(row, columns)) };
      signal.throwIfAborted();
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
    connection.interrupt();
    connection.closeSync();
  }
}

/** Names and types of what a source gives. */
async function columnsOf(connection: DuckDBConnection, source: string): Promise<SqlResult["columns"]> {
  const described = await connection.runAndReadAll(describeSql(source));
  return described
    .getRowObjectsJS()
    .map(({ column_name: name, column_type: type }) => ({ name: String(name), type: String(type) }));
}

function plainRow(cells: readonly unknown[], columns: SqlResult["columns"]): SqlResult["rows"][number] {
  return columns.map(({ type }, index) => plainValue(cells[index], type));
}

export function bindable(values: readonly (string | number)[]): DuckDBValue[] {
  return [...values];
}
