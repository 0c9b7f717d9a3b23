import { InputError } from "../errors.ts";

/** A file's rows as text below a header that was found by its names. */
export interface Table {
  /** What errors call it: the file's name, with the sheet's where there are several. */
  readonly name: string;
  /** Rows above the header: a stamp, a title. */
  readonly above: readonly (readonly string[])[];
  readonly rows: readonly TableRow[];
}

/** One data row. */
export interface TableRow {
  /** Text of a column named in the request; the empty string where the cell is empty or the column is optional and absent. */
  get(column: string): string;
}

export interface TableRequest {
  readonly columns: readonly string[];
  /** Columns that some releases lack. */
  readonly optional?: readonly string[];
}

/** Rows at the top of a file in which the header is looked for. */
const HEADER_WITHIN = 25;

/**
 * Finds the header among the first rows by its names (case and spaces at the ends do not matter) and gives the rows
 * below it. Whoever reads the file leaves out rows without any text. Throws `InputError` that names the missing or repeated columns.
 */
export function tableOf(
  cells: readonly (readonly string[])[],
  name: string,
  { columns, optional = [] }: TableRequest,
): Table {
  const header = findHeader(cells, name, columns);
  const names = (cells[header] ?? []).map(columnKey);
  const wanted = [...columns, ...optional];
  const repeated = wanted.filter((column) => names.filter((each) => each === columnKey(column)).length > 1);
  if (repeated.length > 0)
    throw new InputError(
      `repeated column: ${name} has ${quoted(repeated)} more than once; expected each once`,
    );
  const index = new Map(wanted.map((column) => [column, names.indexOf(columnKey(column))]));
  const rows = cells.slice(header + 1).map((row) => new CellRow(row, index));
  if (rows.length === 0)
    throw new InputError(
      `no rows: ${name} ends after its header in row ${header + 1}; expected data below it`,
    );
  return { name, above: cells.slice(0, header), rows };
}

/** The columns that no row among the first has all of; empty when there is a header. */
export function missingColumns(
  cells: readonly (readonly string[])[],
  columns: readonly string[],
): readonly string[] {
  const lists = cells.slice(0, HEADER_WITHIN).map((row) => {
    const names = new Set(row.map(columnKey));
    return columns.filter((column) => !names.has(columnKey(column)));
  });
  return lists.reduce((best, list) => (list.length < best.length ? list : best), columns);
}

/** Where in a header the columns asked for stand; repeated ones as often as they are there. */
export function wantedColumns(header: readonly string[], { columns, optional = [] }: TableRequest): number[] {
  const keys = new Set([...columns, ...optional].map(columnKey));
  return header.flatMap((name, index) => (keys.has(columnKey(name)) ? [index] : []));
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

function findHeader(cells: readonly (readonly string[])[], name: string, columns: readonly string[]): number {
  const keys = columns.map(columnKey);
  const found = cells.slice(0, HEADER_WITHIN).findIndex((row) => {
    const names = new Set(row.map(columnKey));
    return keys.every((key) => names.has(key));
  });
  if (found >= 0) return found;
  const missing = missingColumns(cells, columns);
  const among =
    cells.slice(0, HEADER_WITHIN).find((row) => missingColumns([row], columns) === missing) ?? cells[0];
  const has =
    missing.length === columns.length ? "" : `; its header has ${quoted((among ?? []).filter(Boolean))}`;
  throw new InputError(
    `missing column: ${name} has no ${quoted(missing)} in its first ${HEADER_WITHIN} rows${has}; expected ${quoted(columns)}`,
  );
}

function columnKey(column: string): string {
  return column
    .replace(/^\uFEFF/, "")
    .trim()
    .toLowerCase();
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name.slice(0, 60)}"`).join(", ");
}
