import { open } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { InputError, oneLine } from "../errors.ts";
import { identifier, literal, type Store } from "./store.ts";

/** A CSV file as DuckDB reads it: every cell text, an empty cell NULL, `line` counting from 2, the row under the header. */
export interface SourceTable {
  readonly columns: readonly string[];
  /** The file as an SQL table expression. */
  readonly sql: string;
}

/** Reads a CSV file's header; `name` is what errors call the file. Throws `InputError`. */
export async function sourceTable(store: Store, path: string, name: string): Promise<SourceTable> {
  const columns = await readHeader(path, name);
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined)
    throw new InputError(`${name}, row 1: column ${twice} is there twice; expected it once`);
  const types = columns.map((column) => `${literal(column)}: 'VARCHAR'`).join(", ");
  return {
    columns,
    sql: `read_csv(${store.file(path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true, columns = {${types}})`,
  };
}

/** The same table with each row's number in the file. */
export function numbered(table: SourceTable): string {
  return `(SELECT row_number() OVER () + 1 AS line, ${table.columns.map(identifier).join(", ")} FROM ${table.sql})`;
}

/** Runs what reads the file and turns DuckDB's complaint about its form into one line. */
export async function readingFile<Result>(name: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const row = /CSV Error on Line: (\d+)/.exec(message)?.[1];
    const counts = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
    const where = row === undefined ? name : `${name}, row ${row}`;
    if (counts) throw new InputError(`${where}: ${counts[2]} cells; expected ${counts[1]}`, { cause });
    if (/unterminated quote/.test(message))
      throw new InputError(`${where}: a quotation mark is opened and never closed`, { cause });
    if (/not utf-8|invalid unicode/i.test(message))
      throw new InputError(`${where}: expected UTF-8 text; save the file again as UTF-8`, { cause });
    if (/invalid state/.test(message))
      throw new InputError(`${where}: not a comma-separated file after RFC 4180; are its line ends mixed?`, {
        cause,
      });
    if (/CSV Error/.test(message))
      throw new InputError(`${where}: ${oneLine(message.split("Possible")[0] ?? message)}`, { cause });
    throw cause;
  }
}

async function readHeader(path: string, name: string): Promise<string[]> {
  const start = await readStart(path, name);
  if (start.trim() === "")
    throw new InputError(`${name}: the file is empty; expected a header row and figures`);
  const line = start.split(/\r\n|\n|\r/, 1)[0] ?? "";
  try {
    const [header = []] = parse(line, { relax_column_count: true }) as string[][];
    return header;
  } catch (cause) {
    throw new InputError(`${name}, row 1: not a header row: ${oneLine(cause)}`, { cause });
  }
}

async function readStart(path: string, name: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
      return new TextDecoder().decode(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "ENOENT") throw new InputError(`missing file: ${name}; expected it at ${path}`, { cause });
    if (code === "EISDIR") throw new InputError(`${name}: expected a file, found a folder`, { cause });
    throw new InputError(`cannot read ${name}: ${(cause as Error).message}`, { cause });
  }
}
