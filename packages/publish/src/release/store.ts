import { basename, join } from "node:path";
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from "@duckdb/node-api";
import { openEngineFiles } from "@yeelen/query/native/files";

/** One DuckDB in which a release is built; one thread, so that every build gives the same bytes. */
export interface Store {
  run(sql: string, values?: DuckDBValue[]): Promise<void>;
  /** Rows as objects: text, numbers, booleans, null; whole numbers of any width as numbers. */
  rows<Row>(sql: string, values?: DuckDBValue[]): Promise<Row[]>;
  /** Adds rows to a table whose first column is a whole number and whose others are text. */
  append(table: string, rows: readonly (readonly [number, ...(string | null)[]])[]): Promise<void>;
  /** Columns as arrays, a chunk of about `rows` rows at a time. */
  chunks(sql: string, rows: number): AsyncGenerator<readonly unknown[][]>;
  /** A file, to be read or written, as an SQL literal: the one way to name a file in a statement. */
  file(path: string): string;
  /** Folder in which a database can be written, whatever the release's own is called. */
  readonly databases: string;
  close(): void;
}

export interface StoreOptions {
  /** Folder for what does not fit in memory. */
  readonly spill: string;
  readonly memory?: string;
  /** Whether the engine keeps its tables in a file rather than in memory. */
  readonly onDisk?: boolean;
}

/** Opens a DuckDB that neither installs nor loads anything, nor asks the network. */
export async function openStore({ spill, memory = "1GB", onDisk = false }: StoreOptions): Promise<Store> {
  const files = openEngineFiles();
  const databases = files.databaseFolder(spill);
  const tables = onDisk ? join(databases, "tables.duckdb") : ":memory:";
  const instance = await DuckDBInstance.create(tables, {
    threads: "1",
    memory_limit: memory,
    temp_directory: files.address(join(spill, `${basename(files.folder)}.tmp`)),
    preserve_insertion_order: "true",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  }).catch((cause: unknown) => {
    files.close();
    throw cause;
  });
  const connection = await instance.connect();
  // random bytes and stale memory reach a file through FSST's training and ALP-RD's dictionaries
  await connection.run("SET disabled_compression_methods = 'fsst,alprd'");
  // the left table of a join is then the one read through, and its order is the result's
  await connection.run("SET disabled_optimizers = 'join_order,build_side_probe_side'");
  return {
    run: async (sql, values) => void (await connection.run(sql, values)),
    rows: async <Row>(sql: string, values?: DuckDBValue[]) => {
      const reader = await connection.runAndReadAll(sql, values);
      return reader.getRowObjectsJS().map(plain) as Row[];
    },
    append: (table, rows) => append(connection, table, rows),
    chunks: (sql, rows) => chunks(connection, sql, rows),
    file: (path) => files.literal(path),
    databases,
    close: () => {
      connection.closeSync();
      instance.closeSync();
      files.close();
    },
  };
}

/** A text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as an SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

async function append(
  connection: DuckDBConnection,
  table: string,
  rows: Parameters<Store["append"]>[1],
): Promise<void> {
  const appender = await connection.createAppender(table);
  for (const [line, ...cells] of rows) {
    appender.appendBigInt(BigInt(line));
    for (const cell of cells) {
      if (cell === null) appender.appendNull();
      else appender.appendVarchar(cell);
    }
    appender.endRow();
  }
  appender.closeSync();
}

async function* chunks(connection: DuckDBConnection, sql: string, rows: number) {
  const result = await connection.stream(sql);
  let columns: unknown[][] = [];
  for await (const chunk of result) {
    const part: unknown[][] = chunk.getColumns();
    if (columns.length === 0) columns = part.map(() => []);
    part.forEach((column, index) => columns[index]?.push(...column));
    if ((columns[0]?.length ?? 0) < rows) continue;
    yield columns;
    columns = [];
  }
  if (columns.length > 0) yield columns;
}

function plain(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value]),
  );
}
