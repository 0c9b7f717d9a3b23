import { read, type CellObject, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { Collector, headerWithin, missingColumns, type Collected, type TableRequest } from "./collect.ts";
import type { SheetRow } from "./csv.ts";
import { cellFault, columnLetters, tableFault, type Place } from "./fault.ts";
import type { ReadOptions, ReadTable, TableFile } from "./read-table.ts";
import { chooseSheet } from "./sheets.ts";
import { checkZip } from "./zip.ts";

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * Reads one sheet of an .xlsx workbook: the visible one that has the columns. Cells are text as stored, numbers as
 * JavaScript writes them, dates YYYY-MM-DD. Throws `InputError` for another kind of file, a damaged one, one in which
 * no sheet or several could be meant, and for merged cells and formulas that leave a cell of the table empty.
 */
export function readWorkbook(
  { file, bytes }: TableFile,
  request: TableRequest,
  { sheet: asked, opened }: ReadOptions,
): ReadTable {
  const workbook = open(bytes, file);
  opened?.();
  const { required = [] } = request;
  const { sheet, remarks } = chooseSheet(
    workbook.SheetNames.map((name, index) => {
      const rows = rowsOf(workbook.Sheets[name], headerWithin);
      const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
      const fits = rows.length > 0 && missingColumns(rows, required).length === 0;
      return { name, hidden, filled: rows.length > 0, fits };
    }),
    { file, asked, required },
  );
  const place = { file, sheet };
  const content = workbook.Sheets[sheet];
  const collector = new Collector(place, request, { ragged: true });
  for (const row of rowsOf(content)) collector.take(row);
  const table = collector.finish();
  const at: At = (row, column) => ({ ...place, row, column });
  refuseMerged(content, table, at);
  const formulas = countFormulas(content, table, at);
  const computed =
    formulas === 0
      ? []
      : [
          `${formulas} ${formulas === 1 ? "cell is a formula" : "cells are formulas"}: their values are as the workbook last stored them.`,
        ];
  return { ...table, place, remarks: [...remarks, ...computed], created: createdOf(workbook) };
}

type At = (row: number, column: string | undefined) => Place;

function open(bytes: Uint8Array, file: string): WorkBook {
  checkZip(bytes, file);
  try {
    return read(bytes, { dense: true, cellDates: true, cellFormula: true, cellHTML: false, cellText: false });
  } catch (cause) {
    throw tableFault(
      { file },
      "not a workbook: it cannot be read as .xlsx; download or save it again",
      cause,
    );
  }
}

function rowsOf(sheet: WorkSheet | undefined, most = Infinity): SheetRow[] {
  const data = sheet?.["!data"] ?? [];
  const rows: SheetRow[] = [];
  for (let index = 0; index < data.length && rows.length < most; index += 1) {
    const cells = Array.from(data[index] ?? [], textOf);
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ row: index + 1, cells });
  }
  return rows;
}

const errors: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

/** An error such as #N/A is stored as a number by its reader: it must not become one. */
function textOf(cell: CellObject | undefined): string {
  if (isUncomputed(cell)) return `=${cell?.f}`;
  if (cell?.v === undefined || cell.v === null) return "";
  if (cell.t === "e") return errors[Number(cell.v)] ?? "#error";
  return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : String(cell.v);
}

function isUncomputed(cell: CellObject | undefined): boolean {
  return cell?.f !== undefined && (cell.v === undefined || cell.v === null);
}

/** The value of merged cells stands in the first of them: the others would be read as empty. */
function refuseMerged(sheet: WorkSheet | undefined, { headerRow, at, columns }: Collected, where: At): void {
  for (const { s, e } of sheet?.["!merges"] ?? []) {
    const index = at.findIndex((column) => column >= s.c && column <= e.c);
    if (index < 0 || e.r + 1 < headerRow) continue;
    const range = `${columnLetters(s.c)}${s.r + 1}:${columnLetters(e.c)}${e.r + 1}`;
    throw tableFault(
      where(s.r + 1, columns[index]),
      `the cells ${range} are merged; expected a value in each; unmerge them and fill each in`,
    );
  }
}

function countFormulas(sheet: WorkSheet | undefined, { rows, at, columns }: Collected, where: At): number {
  let formulas = 0;
  for (const { row } of rows)
    for (const [index, column] of at.entries()) {
      const cell = sheet?.["!data"]?.[row - 1]?.[column];
      if (cell?.f === undefined) continue;
      formulas += 1;
      if (isUncomputed(cell))
        throw cellFault(
          where(row, columns[index]),
          `=${cell.f}`,
          "a value; the workbook holds a formula without its result: open it in a spreadsheet and save it, or write the value",
        );
    }
  return formulas;
}

function createdOf(workbook: WorkBook): Date | null {
  const date = workbook.Props?.CreatedDate ?? workbook.Props?.ModifiedDate;
  return date instanceof Date && !Number.isNaN(date.valueOf()) ? date : null;
}
