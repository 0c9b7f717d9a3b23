import type { SheetRow } from "./csv.ts";
import { columnLetters, shownCell, tableFault, type Place } from "./fault.ts";

/** Which rows and columns of a table are asked for. */
export interface TableRequest {
  /** Names that a header has (case, spaces and Unicode form do not matter); without any, the first row with text is the header. */
  readonly required?: readonly string[];
  /** Columns that may be absent. With them only named columns are kept, without them all are. */
  readonly optional?: readonly string[];
  /** Take the first row with text for the header where none has the required names, for whoever tells that better. */
  readonly orFirst?: boolean;
  /** Whether a header alone will do. */
  readonly mayBeEmpty?: boolean;
  /** Whether errors must not quote cells below the header: rows are persons. */
  readonly confidential?: boolean;
  /** Whether a row of separators alone is kept: a record of which every cell was blanked. Empty lines never are. */
  readonly keepBlank?: boolean;
}

/** Columns and rows below a header. Nothing is trimmed but the names of columns. */
export interface Collected {
  readonly headerRow: number;
  /** The kept columns, from left to right. */
  readonly columns: readonly string[];
  /** Where each of them stands in the file: 0 is A. */
  readonly at: readonly number[];
  /** Rows above the header: a stamp, a title. */
  readonly above: readonly SheetRow[];
  /** Rows with any text; their cells are those of `columns`. */
  readonly rows: readonly SheetRow[];
}

/** Rows with text at the top of a file among which the header is looked for. */
export const headerWithin = 25;

/** The form in which names of columns are compared. */
export function columnKey(name: string): string {
  return name
    .replace(/\uFEFF/g, "")
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** The required names that no row among the first has all of; empty when there is a header. */
export function missingColumns(rows: readonly SheetRow[], required: readonly string[]): readonly string[] {
  return rows.slice(0, headerWithin).reduce((best, { cells }) => {
    const keys = new Set(cells.map(columnKey));
    const list = required.filter((name) => !keys.has(columnKey(name)));
    return list.length < best.length ? list : best;
  }, required);
}

/** Finds the header of a table while its rows are read, and keeps of each row what is asked for. */
export class Collector {
  readonly #place: Place;
  readonly #request: TableRequest;
  readonly #ragged: boolean;
  readonly #above: SheetRow[] = [];
  readonly #rows: SheetRow[] = [];
  #header: (Pick<Collected, "headerRow" | "columns" | "at"> & { readonly width: number }) | null = null;

  /** Rows of a `ragged` table may be shorter than its header: a sheet has no cell where nothing was written. */
  constructor(place: Place, request: TableRequest, { ragged = false } = {}) {
    this.#place = place;
    this.#request = request;
    this.#ragged = ragged;
  }

  /** Takes the next row with text. Throws `InputError`. */
  take(row: SheetRow): void {
    const { required = [] } = this.#request;
    if (this.#header === null) {
      if (this.#above.length < headerWithin && missingColumns([row], required).length === 0) this.#open(row);
      else this.#above.push(row);
      return;
    }
    const { width, at } = this.#header;
    if (!this.#ragged && row.cells.length < width) throw this.#short(row, width);
    const stray = row.cells.findIndex((cell, index) => index >= width && cell.trim() !== "");
    if (stray >= 0) throw this.#stray(row, stray);
    this.#rows.push({ row: row.row, cells: at.map((index) => row.cells[index] ?? "") });
  }

  /** What was collected. Throws `InputError` for a table without its header, or without rows below it. */
  finish(): Collected {
    if (this.#header === null) {
      const [first, ...rest] = this.#above;
      if (first && this.#request.orFirst) return this.#again(first, rest);
      throw this.#missing();
    }
    const { headerRow, columns, at } = this.#header;
    if (this.#rows.length === 0 && this.#request.mayBeEmpty !== true)
      throw tableFault(
        { ...this.#place, row: headerRow },
        "no rows below the header; expected one for each figure or record; the file may have been cut short",
      );
    return { headerRow, columns, at, above: this.#above, rows: this.#rows };
  }

  #again(header: SheetRow, rows: readonly SheetRow[]): Collected {
    const again = new Collector(this.#place, { ...this.#request, required: [] }, { ragged: this.#ragged });
    for (const row of [header, ...rows]) again.take(row);
    return again.finish();
  }

  #open({ row, cells }: SheetRow): void {
    const { required = [], optional } = this.#request;
    const names = cells.map((cell) =>
      cell
        .replace(/\uFEFF/g, "")
        .replace(/\s+/g, " ")
        .trim(),
    );
    const kept = optional === undefined ? null : new Set([...required, ...optional].map(columnKey));
    const at = names.flatMap((name, index) =>
      name !== "" && (kept === null || kept.has(columnKey(name))) ? [index] : [],
    );
    const keys = at.map((index) => columnKey(names[index] ?? ""));
    const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index);
    const place = { ...this.#place, row };
    if (twice >= 0) {
      const both = at.filter((_, index) => keys[index] === keys[twice]).map(columnLetters);
      throw tableFault(
        place,
        `column ${shownCell(names[at[twice] ?? 0] ?? "")} is there twice, as ${both.join(" and ")}; expected it once; rename or delete one`,
      );
    }
    const width = names.findLastIndex((name) => name !== "") + 1;
    const unnamed = kept === null ? names.findIndex((name, index) => name === "" && index < width) : -1;
    if (unnamed >= 0)
      throw tableFault(
        place,
        `column ${columnLetters(unnamed)} has no name; expected one for each column; name it or delete the column`,
      );
    this.#header = { headerRow: row, columns: at.map((index) => names[index] ?? ""), at, width };
  }

  #short({ row, cells }: SheetRow, width: number): Error {
    return tableFault(
      { ...this.#place, row },
      `${cells.length} ${cells.length === 1 ? "cell" : "cells"}; expected ${width}, one for each name in the header; the header may have a name too many, or the file may have been cut short`,
    );
  }

  #stray({ row, cells }: SheetRow, stray: number): Error {
    const { width = 0 } = this.#header ?? {};
    const what = this.#request.confidential === true ? "one" : shownCell(cells[stray] ?? "");
    return tableFault(
      { ...this.#place, row },
      `${cells.length} cells, ${what} under no name; expected ${width}, one for each name in the header; put a cell that holds a separator in quotation marks, or name the column`,
    );
  }

  #missing(): Error {
    const { required = [] } = this.#request;
    const missing = missingColumns(this.#above, required);
    const nearest = this.#above.find((row) => missingColumns([row], required).length === missing.length);
    const has = missing.length < required.length ? nearest : undefined;
    const other = has === undefined ? "" : `, whose header has ${quoted(has.cells.filter(Boolean))}`;
    return tableFault(
      { ...this.#place, row: has?.row },
      `no column ${quoted(missing)}${other}; expected ${quoted(required)} in one of the first ${headerWithin} rows`,
    );
  }
}

function quoted(names: readonly string[]): string {
  return names.map(shownCell).join(", ");
}
