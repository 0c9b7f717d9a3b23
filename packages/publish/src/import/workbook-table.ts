import { read, type CellObject, type WorkBook } from "@e965/xlsx";
import { InputError } from "../errors.ts";
import type { SourceFile } from "./importer.ts";
import { missingColumns, tableOf, type Table, type TableRequest } from "./table.ts";
import { checkZip } from "./zip.ts";

export interface Workbook {
  readonly table: Table;
  /** When its author made it, if the workbook says so. */
  readonly created: Date | null;
}

/**
 * Reads the first sheet of an .xlsx workbook that has the columns asked for. Cells are text as stored, numbers as
 * JavaScript writes them. Throws `InputError` for another kind of file, a damaged one, or one without such a sheet.
 */
export function workbookTable(file: SourceFile, request: TableRequest): Workbook {
  const workbook = open(file);
  file.progress("workbook read");
  const few = workbook.SheetNames.map((sheet) => ({ sheet, cells: cellsOf(workbook, sheet, 25) }));
  const found = few.find(({ cells }) => missingColumns(cells, request.columns).length === 0);
  const chosen = found ?? few[0];
  if (!chosen) throw new InputError(`empty workbook: ${file.name} has no sheet`);
  if (!found && few.length > 1)
    throw new InputError(
      `wrong sheet: none of the sheets of ${file.name} (${few.map(({ sheet }) => `"${sheet}"`).join(", ")}) has the columns ${request.columns.map((column) => `"${column}"`).join(", ")}`,
    );
  const cells = cellsOf(workbook, chosen.sheet).filter((row) => row.some((cell) => cell.trim() !== ""));
  const name = `${file.name}, sheet "${chosen.sheet}"`;
  return { table: tableOf(cells, name, request), created: created(workbook) };
}

function open(file: SourceFile): WorkBook {
  const bytes = file.take();
  checkZip(bytes, file.name);
  try {
    return read(bytes, {
      dense: true,
      cellDates: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
    });
  } catch (cause) {
    throw new InputError(`not a workbook: ${file.name} cannot be read as .xlsx; download it again`, {
      cause,
    });
  }
}

function cellsOf(workbook: WorkBook, sheet: string, most = Infinity): string[][] {
  const data = workbook.Sheets[sheet]?.["!data"] ?? [];
  return Array.from({ length: Math.min(most, data.length) }, (_, row) =>
    Array.from(data[row] ?? [], (cell) => textOf(cell)),
  );
}

/** An error such as #N/A is stored as a number by its reader: it must not become one. */
function textOf(cell: CellObject | undefined): string {
  if (cell?.v === undefined || cell.v === null) return "";
  if (cell.t === "e") return "#error";
  return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : String(cell.v);
}

function created(workbook: WorkBook): Date | null {
  const date = workbook.Props?.CreatedDate ?? workbook.Props?.ModifiedDate;
  return date instanceof Date && !Number.isNaN(date.valueOf()) ? date : null;
}
