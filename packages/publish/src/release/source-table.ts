import { readFile } from "node:fs/promises";
import { oneLine } from "../errors.ts";
import { columnKey, type TableRequest } from "../tables/collect.ts";
import { tableFault } from "../tables/fault.ts";
import { cannotOpen } from "../tables/open-file.ts";
import { isPlain } from "../tables/plain.ts";
import { readTable } from "../tables/read-table.ts";
import { identifier, literal, type Store } from "./store.ts";

/** A table file in the store: every cell text, an empty cell NULL. */
export interface SourceTable {
  readonly columns: readonly string[];
  /** The rows as an SQL table expression. */
  readonly sql: string;
  /** The same with `line`, each row's number in its file. */
  readonly numbered: string;
}

/**
 * Makes a table file readable in SQL, by the one reader of tables. A plain file, which DuckDB reads alike, is streamed
 * from where it lies, so that ten million rows need no memory; errors are always the reader's. `name` is what they call
 * the file. Throws `InputError`.
 */
export async function sourceTable(
  store: Store,
  path: string,
  name: string,
  request: TableRequest = {},
): Promise<SourceTable> {
  try {
    const plain = await plainTable(store, path, request);
    if (plain) return plain;
    return await storedTable(store, await readFile(path), name, request);
  } catch (cause) {
    if (cause instanceof Error && "syscall" in cause) throw cannotOpen(cause, path, name);
    throw cause;
  }
}

/** The columns of a plain file, or null for one that only the reader can read, or that it refuses. */
async function plainTable(
  store: Store,
  path: string,
  { required = [] }: TableRequest,
): Promise<SourceTable | null> {
  let columns: readonly string[] = [];
  const plain = await isPlain(path, (names) => {
    columns = names.map((name) => name.trim());
    const keys = columns.map(columnKey);
    const distinct = new Set(keys).size === keys.length && !keys.includes("");
    return distinct && required.every((name) => keys.includes(columnKey(name)));
  });
  if (!plain) return null;
  const types = columns.map((column) => `${literal(column)}: 'VARCHAR'`).join(", ");
  const sql = `read_csv(${store.file(path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true, columns = {${types}})`;
  try {
    // every cell is parsed, so that what DuckDB refuses is told by the reader
    await store.run(`SELECT count(COLUMNS(*)) FROM ${sql}`);
  } catch {
    return null;
  }
  const names = columns.map(identifier).join(", ");
  return { columns, sql, numbered: `(SELECT row_number() OVER () + 1 AS line, ${names} FROM ${sql})` };
}

let stored = 0;

async function storedTable(
  store: Store,
  bytes: Uint8Array,
  name: string,
  request: TableRequest,
): Promise<SourceTable> {
  const { columns, rows } = readTable({ file: name, bytes }, { ...request, mayBeEmpty: true });
  const table = `source_${(stored += 1)}`;
  const names = columns.map(identifier);
  try {
    await store.run(
      `CREATE TEMPORARY TABLE ${table} (line BIGINT, ${names.map((column) => `${column} VARCHAR`).join(", ")})`,
    );
  } catch (cause) {
    throw tableFault({ file: name, row: 1 }, `not columns that can be kept: ${oneLine(cause)}`, cause);
  }
  await store.append(
    table,
    rows.map(({ row, cells }) => [row, ...cells.map((cell) => (cell === "" ? null : cell))]),
  );
  const list = names.join(", ");
  return {
    columns,
    sql: `(SELECT ${list} FROM ${table} ORDER BY line)`,
    numbered: `(SELECT line, ${list} FROM ${table} ORDER BY line)`,
  };
}
