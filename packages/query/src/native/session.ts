import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from "@duckdb/node-api";
import type { OpenedRelease } from "../catalog/open-release.ts";
import type { SqlResult } from "../engine.ts";
import { plainValue } from "../sql/plain-value.ts";
import { describeSql, selectSql } from "../sql/read-only-sql.ts";
import { openEngineFiles } from "./engine-files.ts";
import { attachSql, databaseFile, lockSql, tablesSql, viewsSql } from "../sql/session-sql.ts";

/** A locked in-process DuckDB over the verified database files of some releases. */
export interface Session {
  /** Runs one statement on a connection of its own; `signal` stops it. */
  run<Result>(
    signal: AbortSignal | undefined,
    use: (connection: DuckDBConnection) => Promise<Result>,
  ): Promise<Result>;
  /** Gives the rows of a source, at most one more than `rowLimit`, some thousand at a time, as they are asked for. */
  stream(
    signal: AbortSignal,
    source: string,
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
  const opened = instance;
  return {
    close,
    run: (signal, use) => withConnection(opened, signal, use),
    stream: (signal, source, rowLimit) => streamRows(opened, signal, source, rowLimit),
  };
}

async function* streamRows(
  instance: DuckDBInstance,
  signal: AbortSignal,
  source: string,
  rowLimit: number,
): AsyncGenerator<Pick<SqlResult, "columns" | "rows">, void, void> {
  signal.throwIfAborted();
  const connection = await instance.connect();
  const stop = () => connection.interrupt();
  signal.addEventListener("abort", stop);
  try {
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

async function withConnection<Result>(
  instance: DuckDBInstance,
  signal: AbortSignal | undefined,
  use: (connection: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted();
  const connection = await instance.connect();
  const running = use(connection).finally(() => connection.closeSync());
  return signal ? interruptible(connection, signal, running) : running;
}

/**
 * The caller is free at once: DuckDB looks for an interruption between chunks of rows, and one call of a function, such
 * as `repeat('x', 2000000000)`, goes on until it is over.
 */
async function interruptible<Result>(
  connection: DuckDBConnection,
  signal: AbortSignal,
  running: Promise<Result>,
): Promise<Result> {
  let stop = () => {};
  const left = new Promise<never>((_, reject) => {
    stop = () => {
      connection.interrupt();
      reject(signal.reason as Error);
    };
    signal.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([running, left]);
  } catch (error) {
    running.catch(() => undefined);
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** Names and types of what a source gives. */
export async function columnsOf(connection: DuckDBConnection, source: string): Promise<SqlResult["columns"]> {
  const described = await connection.runAndReadAll(describeSql(source));
  return described
    .getRowObjectsJS()
    .map(({ column_name: name, column_type: type }) => ({ name: String(name), type: String(type) }));
}

export function plainRow(
  cells: readonly unknown[],
  columns: SqlResult["columns"],
): SqlResult["rows"][number] {
  return columns.map(({ type }, index) => plainValue(cells[index], type));
}

export function bindable(values: readonly (string | number)[]): DuckDBValue[] {
  return [...values];
}
