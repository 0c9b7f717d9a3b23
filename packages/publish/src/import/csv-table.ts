import { CsvError, parse } from "csv-parse/sync";
import { InputError } from "../errors.ts";
import type { SourceFile } from "./importer.ts";
import { missingColumns, tableOf, wantedColumns, type Table, type TableRequest } from "./table.ts";

/**
 * Reads a comma-separated file in UTF-8, with or without a byte order mark, with either kind of line end.
 * Throws `InputError` for another encoding, a row that breaks off or has another number of cells than the header.
 */
export function csvTable(file: SourceFile, request: TableRequest): Table {
  return tableOfText(decode(file.take(), file.name), file.name, request);
}

/** The same for text that was already taken out of its file. */
export function csvTableOfBytes(bytes: Uint8Array, name: string, request: TableRequest): Table {
  return tableOfText(decode(bytes, name), name, request);
}

/** Keeps of each row only what is asked for, while it is read: a file may have many more columns. */
function tableOfText(text: string, name: string, request: TableRequest): Table {
  const cells: string[][] = [];
  let pick: readonly number[] | null = null;
  let width = 0;
  const above: string[][] = [];
  const keep = (row: string[], { lines }: { lines: number }) => {
    if (row.every((cell) => cell.trim() === "")) return null;
    if (pick !== null) {
      if (row.length !== width) throw brokenRow(name, lines, row.length, width);
      cells.push(pick.map((index) => row[index] ?? ""));
    } else if (missingColumns([row], request.columns).length === 0) {
      width = row.length;
      pick = wantedColumns(row, request);
      cells.push(pick.map((index) => row[index] ?? ""));
    } else above.push(row);
    return null;
  };
  try {
    parse(text, { relax_column_count: true, skip_empty_lines: true, bom: true, on_record: keep });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const why = `not comma-separated text: ${name}, ${cause.message}; the file may have been cut short`;
    throw new InputError(why, { cause });
  }
  return tableOf([...above, ...cells], name, request);
}

function brokenRow(name: string, line: number, cells: number, expected: number): InputError {
  return new InputError(
    `broken row: ${name}, line ${line} has ${cells} cells, expected ${expected} as in the header; the file may have been cut short`,
  );
}

function decode(bytes: Uint8Array, name: string): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new InputError(`not comma-separated text: ${name} is a zip or a workbook; expected a .csv file`);
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (wide)
    throw new InputError(`wrong encoding: ${name} is in UTF-16; expected UTF-8; save it again as UTF-8`);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (text.includes("\0")) throw new TypeError("it holds zero bytes");
    return text;
  } catch (cause) {
    throw new InputError(
      `wrong encoding: ${name} is not UTF-8 text (${wrongByte(bytes)}); expected UTF-8; save it again as UTF-8`,
      { cause },
    );
  }
}

function wrongByte(bytes: Uint8Array): string {
  let line = 1;
  let start = 0;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let at = 0; at <= bytes.length; at += 1) {
    if (at < bytes.length && bytes[at] !== 0x0a) continue;
    const part = bytes.subarray(start, at);
    try {
      if (decoder.decode(part).includes("\0")) return `a zero byte in line ${line}`;
    } catch {
      return `line ${line}`;
    }
    line += 1;
    start = at + 1;
  }
  return "its end";
}
