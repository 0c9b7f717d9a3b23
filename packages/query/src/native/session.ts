import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from "@duckdb/node-api";
import type { OpenedRelease } from "../catalog/open-release.ts";
import type { SqlResult } from "../engine.ts";
import { plainValue } from "../sql/plain-value.ts";
import { attachSql, databaseFile, lockSql, tablesSql, viewsSql } from "../sql/session-sql.ts";

/** A locked in-process DuckDB over the verified database files of some releases. */
export interface Session {
  /** Runs one statement on a connection of its own; `signal` stops it. */
  run<Result>(
    signal: AbortSignal | undefined,
    use: (connection: DuckDBConnection) => Promise<Result>,
  ): Promise<Result>;
  /** Runs one statement and gives its rows, some thousand at a time, as they are asked for. */
  stream(
    signal: AbortSignal,
    statement: string,
  ): AsyncGenerator<Pick<SqlResult, "columns" | "rows">, void, void>;
  close(): Promise<void>;
}

/** Attaches a private copy of each verified file, so that the bytes that were checked are the bytes that are read. */
export async function openSession(releases: readonly OpenedRelease[]): Promise<Session> {
  const folder = await mkdtemp(join(tmpdir(), "yeelen-"));
  let instance: DuckDBInstance | undefined;
  const close = async () => {
    instance?.closeSync();
    instance = undefined;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    instance = await DuckDBInstance.create(":memory:", { temp_directory: "" });
    const connection = await instance.connect();
    for (const [index, release] of releases.entries()) {
      const path = join(folder, `${index}.duckdb`);
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
    stream: (signal, statement) => streamRows(opened, signal, statement),
  };
}

async function* streamRows(
  instance: DuckDBInstance,
  signal: AbortSignal,
  statement: string,
): AsyncGenerator<Pick<SqlResult, "columns" | "rows">, void, void> {
  signal.throwIfAborted();
  const connection = await instance.connect();
  const stop = () => connection.interrupt();
  signal.addEventListener("abort", stop);
  try {
    const result = await connection.stream(statement);
    const names = result.deduplicatedColumnNames();
    const columns = names.map((name, index) => ({ name, type: String(result.columnType(index)) }));
    yield { columns, rows: [] };
    for await (const rows of result.yieldRowsJs()) {
      signal.throwIfAborted();
      yield { columns, rows: rows.map((row) => row.map(plainValue)) };
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
  const stop = () => connection.interrupt();
  signal?.addEventListener("abort", stop);
  try {
    return await use(connection);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
    connection.closeSync();
  }
}

export function bindable(values: readonly (string | number)[]): DuckDBValue[] {
  return [...values];
}
