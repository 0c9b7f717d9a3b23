import { CsvError, parse } from "csv-parse/sync";
import { tableFault } from "./fault.ts";

/** One row of a table. */
export interface SheetRow {
  /** As a spreadsheet counts it, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export const separators = [",", ";", "\t"] as const;
export type Separator = (typeof separators)[number];

/** What a row may be turned into while it is read, null to leave it out. */
export type Keep = (row: SheetRow) => SheetRow | null;

export interface CsvOptions {
  readonly keep?: Keep;
  /** Rows to read at most. */
  readonly most?: number;
  /** Whether rows of separators alone are kept. */
  readonly keepBlank?: boolean;
}

/**
 * Rows of delimited text after RFC 4180, with line ends of any kind, mixed ones too. Rows without any text are left
 * out and counted. Throws `InputError` for quotation marks that do not fit; the width of rows is not looked at.
 */
export function csvRows(
  text: string,
  file: string,
  separator: Separator,
  { keep = (row) => row, most = Infinity, keepBlank = false }: CsvOptions = {},
): SheetRow[] {
  const rows: SheetRow[] = [];
  let row = 0;
  try {
    parse(text, {
      bom: true,
      delimiter: separator,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      ...(most === Infinity ? {} : { to: most }),
      on_record: (cells: string[]) => {
        row += 1;
        const blank = cells.every((cell) => cell.trim() === "") && !(keepBlank && cells.length > 1);
        const kept = blank ? null : keep({ row, cells });
        if (kept) rows.push(kept);
        return null;
      },
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw tableFault({ file, row: row + 1 }, quoteProblem(cause), cause);
  }
  return rows;
}

function quoteProblem({ code }: CsvError): string {
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return "a quotation mark is opened and never closed; close it; the file may have been cut short";
  return "a quotation mark stands within a cell; put the whole cell in quotation marks, and double those inside it";
}

/** The separator of which a line has most outside quotation marks; a comma in a doubt. */
export function usualSeparator(text: string): Separator {
  const [line = ""] = text.replace(/^[\uFEFF\r\n]+/, "").split(/[\r\n]/, 1);
  const bare = line.replace(/"[^"]*"/g, "");
  const count = (separator: Separator) => bare.split(separator).length - 1;
  return separators.reduce((most, each) => (count(each) > count(most) ? each : most));
}
