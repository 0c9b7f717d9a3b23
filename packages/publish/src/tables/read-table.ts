import { Collector, headerWithin, missingColumns, type Collected, type TableRequest } from "./collect.ts";
import { csvRows, separators, usualSeparator, type Separator } from "./csv.ts";
import { decodeTable } from "./decode.ts";
import type { Place } from "./fault.ts";
import { isZip, readWorkbook } from "./workbook.ts";

export interface TableFile {
  /** What errors call it. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface ReadOptions {
  /** The sheet of a workbook to read, where several could be meant. */
  readonly sheet?: string | undefined;
  /** Called once a workbook is unpacked. */
  readonly opened?: () => void;
}

/** A table as its file has it: no cell is trimmed or taken for a number. */
export interface ReadTable extends Collected {
  readonly place: Place;
  /** Which sheet was read and which were not, what was computed by formulas: a sentence each. */
  readonly remarks: readonly string[];
  /** When a workbook's author made it, if it says so. */
  readonly created: Date | null;
}

/**
 * The one reader of tables: delimited text (commas, semicolons or tabs) and .xlsx workbooks, told apart by what they
 * hold. Throws `InputError` naming file, sheet, row, column, what is there, what is allowed and what to do.
 */
export function readTable(
  { file, bytes }: TableFile,
  request: TableRequest = {},
  options: ReadOptions = {},
): ReadTable {
  if (isZip(bytes)) return readWorkbook({ file, bytes }, request, options);
  return readTableText(decodeTable(bytes, file, request), file, request);
}

/** The same for text that was already taken out of its file. */
export function readTableText(text: string, file: string, request: TableRequest = {}): ReadTable {
  const collector = new Collector({ file }, request);
  const { keepBlank = false } = request;
  csvRows(text, file, separatorOf(text, file, request), {
    keepBlank,
    keep(row) {
      collector.take(row);
      return null;
    },
  });
  return { ...collector.finish(), place: { file }, remarks: [], created: null };
}

/** The first separator under which there is a header; without one, the one that the first line has most of. */
export function separatorOf(text: string, file: string, { required = [] }: TableRequest): Separator {
  const usual = usualSeparator(text);
  const found = [usual, ...separators].find((each) => {
    try {
      const rows = csvRows(text, file, each, { most: headerWithin });
      return missingColumns(rows, required).length === 0;
    } catch {
      return false;
    }
  });
  return found ?? usual;
}
