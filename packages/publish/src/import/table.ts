import { columnKey } from "../tables/collect.ts";
import { readTable, type ReadTable } from "../tables/read-table.ts";
import type { SourceFile } from "./importer.ts";

/** A publisher's table: its rows by the names of columns. */
export interface Table {
  /** Rows above the header: a stamp, a title. */
  readonly above: readonly (readonly string[])[];
  readonly rows: readonly TableRow[];
  /** When a workbook's author made it, if it says so. */
  readonly created: Date | null;
}

/** One data row. */
export interface TableRow {
  /** Text of a column named in the request; the empty string where the cell is empty or the column is optional and absent. */
  get(column: string): string;
}

export interface ColumnRequest {
  readonly columns: readonly string[];
  /** Columns that some releases lack. */
  readonly optional?: readonly string[];
}

/** Reads a publisher's file with the one reader of tables; what it remarks on goes to the file's remarks. Throws `InputError`. */
export function sourceTable(file: SourceFile, request: ColumnRequest): Table {
  return tableOfBytes(file.take(), file, request);
}

/** The same for bytes that were already taken out of the file, or unpacked. */
export function tableOfBytes(
  bytes: Uint8Array,
  file: SourceFile,
  { columns, optional = [] }: ColumnRequest,
): Table {
  const table = readTable(
    { file: file.name, bytes },
    { required: columns, optional },
    { sheet: file.sheet, opened: () => file.progress("workbook read") },
  );
  for (const remark of table.remarks) file.remark(remark);
  return {
    above: table.above.map(({ cells }) => cells),
    rows: rowsOf(table, [...columns, ...optional]),
    created: table.created,
  };
}

function rowsOf(table: ReadTable, names: readonly string[]): TableRow[] {
  const keys = table.columns.map(columnKey);
  const index = new Map(names.map((name) => [name, keys.indexOf(columnKey(name))]));
  return table.rows.map(({ cells }) => new CellRow(cells, index));
}

class CellRow implements TableRow {
  readonly #cells: readonly string[];
  readonly #index: ReadonlyMap<string, number>;

  constructor(cells: readonly string[], index: ReadonlyMap<string, number>) {
    this.#cells = cells;
    this.#index = index;
  }

  get(column: string): string {
    return this.#cells[this.#index.get(column) ?? -1]?.trim() ?? "";
  }
}
