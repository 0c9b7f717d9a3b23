import { InputError } from "../errors.ts";

/** Where in a table something is wrong: rows and columns as a spreadsheet shows them. */
export interface Place {
  readonly file: string;
  /** The sheet of a workbook. */
  readonly sheet?: string | undefined;
  /** Counted from 1, blank rows too; a line break inside quotation marks begins no row. */
  readonly row?: number | undefined;
  /** The column's name in the header. */
  readonly column?: string | undefined;
}

/** `cases.xlsx, sheet "2024", row 7, column value` */
export function placeText({ file, sheet, row, column }: Place): string {
  return [
    file,
    ...(sheet === undefined ? [] : [`sheet ${shownCell(sheet)}`]),
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === undefined ? [] : [`column ${column}`]),
  ].join(", ");
}

/** What every reader of tables throws: where, what is there, and what to do. */
export function tableFault(place: Place, problem: string, cause?: unknown): InputError {
  return new InputError(`${placeText(place)}: ${problem}`, cause === undefined ? {} : { cause });
}

/** The same for one cell: `…, row 7, column value: "<5"; expected a plain number` */
export function cellFault(place: Place, cell: string, expected: string): InputError {
  return tableFault(place, `${shownCell(cell)}; expected ${expected}`);
}

/** A cell as errors quote it: one line, at most 60 characters. */
export function shownCell(cell: string): string {
  if (cell === "") return "(empty)";
  return JSON.stringify(cell.length > 60 ? `${cell.slice(0, 60)}…` : cell);
}

/** The letters under which a spreadsheet shows a column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return `${rest < 0 ? "" : columnLetters(rest)}${String.fromCharCode(65 + (index % 26))}`;
}
