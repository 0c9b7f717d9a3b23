import { csvText } from "../tables/csv-text.ts";
import type { TableRequest } from "../tables/collect.ts";
import { decodeTable } from "../tables/decode.ts";
import { readBytes } from "../tables/open-file.ts";
import { readTable, readTableText, type ReadTable } from "../tables/read-table.ts";
import { isZip } from "../tables/workbook.ts";

/**
 * Records of a table, a row for each, as columns of text; an empty cell is a blank. `name` is what errors call the
 * file; `rowNumbers` has each record's row in it. Throws `InputError`.
 */
export async function readRecords(
  path: string,
  name: string,
  sheet?: string,
): Promise<{
  columns: Readonly<Record<string, readonly string[]>>;
  rowNumbers: readonly number[];
  remarks: readonly string[];
  text: string;
}> {
  const bytes = await readBytes(path, name);
  const table = readTable({ file: name, bytes }, records, { sheet });
  const text = isZip(bytes)
    ? csvText(
        table.columns,
        table.rows.map(({ cells }) => cells),
      )
    : decodeTable(bytes, name, records);
  return {
    columns: byColumn(table),
    rowNumbers: table.rows.map(({ row }) => row),
    remarks: table.remarks,
    text,
  };
}

/** The columns of records that are text already. */
export function columnsOf(text: string, name: string): Record<string, string[]> {
  return byColumn(readTableText(text, name, records));
}

/** Rows are persons: messages name them, never what stands in them, and a blanked one is one. */
const records: TableRequest = { confidential: true, keepBlank: true };

function byColumn({ columns, rows }: ReadTable): Record<string, string[]> {
  return Object.fromEntries(columns.map((column, at) => [column, rows.map(({ cells }) => cells[at] ?? "")]));
}
