import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from "@duckdb/node-api";

/** One DuckDB in which a release is built; one thread, so that every build gives the same bytes. */
export interface Store {
  run(sql: string, values?: DuckDBValue[]): Promise<void>;
  /** Rows as objects: text, numbers, booleans, null; whole numbers of any width as numbers. */
  rows<Row>(sql: string, values?: DuckDBValue[]): Promise<Row[]>;
  /** Columns as arrays, a chunk of about `rows` rows at a time. */
  chunks(sql: string, rows: number): AsyncGenerator<readonly unknown[][]>;
  close(): void;
}

export interface StoreOptions {
  /** Folder for what does not fit in memory. */
  readonly spill: string;
  readonly memory?: string;
  /** Where the engine keeps its tables: memory, unless a file is named. */
  readonly file?: string;
}

/** Opens a DuckDB that neither installs nor loads anything, nor asks the network. */
export async function openStore({ spill, memory = "1GB", file = ":memory:" }: StoreOptions): Promise<Store> {
  const instance = await DuckDBInstance.create(file, {
    threads: "1",
    memory_limit: memory,
    temp_directory: spill,
    preserve_insertion_order: "true",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
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
    chunks: (sql, rows) => chunks(connection, sql, rows),
    close: () => {
      connection.closeSync();
      instance.closeSync();
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
