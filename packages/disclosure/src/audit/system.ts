import { TableError } from "../table/cell.ts";
import type { Cell } from "../table/cell.ts";
import type { Table } from "../table/table.ts";

/**
 * What an attacker solves: whole-number unknowns between bounds, and relations between them with all that is
 * published already put in. Rows and columns are stored compressed.
 */
export interface System {
  readonly table: Table;
  /** The cell of each unknown, by its place in the table. */
  readonly cells: readonly number[];
  /** The unknown of each cell, −1 for a published one. */
  readonly unknowns: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The true values, if all are known. */
  readonly truth: Float64Array | null;
  readonly rows: Rows;
  /** For each unknown the rows it is in. */
  readonly rowsOf: readonly (readonly number[])[];
}

/** Relations over unknowns: row r has terms `starts[r]` … `starts[r+1]`. */
export interface Rows {
  readonly count: number;
  readonly starts: Int32Array;
  readonly unknowns: Int32Array;
  readonly coefficients: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The relation each row came from. */
  readonly relations: Int32Array;
}

/**
 * Writes a table as the system its reader faces.
 *
 * @throws TableError if published cells contradict a relation, or the true values do
 */
export function systemOf(table: Table): System {
  const cells: number[] = [];
  const unknowns = new Int32Array(table.cells.length).fill(-1);
  table.cells.forEach((cell, place) => {
    if (cell.status === "published") return;
    unknowns[place] = cells.length;
    cells.push(place);
  });
  const own = cells.map((place) => table.cells[place]!);
  const rows = rowsOver(table, unknowns);
  const rowsOf: number[][] = own.map(() => []);
  for (let r = 0; r < rows.count; r++) {
    for (let t = rows.starts[r]!; t < rows.starts[r + 1]!; t++) rowsOf[rows.unknowns[t]!]!.push(r);
  }
  const system: System = {
    table,
    cells,
    unknowns,
    low: Float64Array.from(own, ({ low }) => low ?? 0),
    high: Float64Array.from(own, ({ high }) => high ?? Infinity),
    truth: truthOf(own),
    rows,
    rowsOf,
  };
  if (system.truth) refuseContradiction(system, system.truth);
  return system;
}

function truthOf(cells: readonly Cell[]): Float64Array | null {
  if (cells.some(({ value }) => value === null)) return null;
  return Float64Array.from(cells, ({ value }) => value!);
}

function rowsOver(table: Table, unknowns: Int32Array): Rows {
  const starts: number[] = [0];
  const terms: number[] = [];
  const coefficients: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  const relations: number[] = [];
  table.relations.forEach((relation, index) => {
    let known = 0;
    const before = terms.length;
    for (const [place, coefficient] of relation.terms) {
      const unknown = unknowns[place]!;
      if (unknown === -1) known += coefficient * table.cells[place]!.value!;
      else {
        terms.push(unknown);
        coefficients.push(coefficient);
      }
    }
    if (!Number.isSafeInteger(known)) throw new TableError(`figures too large: ${relation.label}`);
    if (terms.length === before) {
      if (known < relation.low || known > relation.high) throw contradiction(relation.label);
      return;
    }
    starts.push(terms.length);
    low.push(relation.low - known);
    high.push(relation.high - known);
    relations.push(index);
  });
  return {
    count: relations.length,
    starts: Int32Array.from(starts),
    unknowns: Int32Array.from(terms),
    coefficients: Float64Array.from(coefficients),
    low: Float64Array.from(low),
    high: Float64Array.from(high),
    relations: Int32Array.from(relations),
  };
}

function contradiction(label: string): TableError {
  return new TableError(`published figures contradict each other: ${label}; it does not add up`);
}

function refuseContradiction(system: System, truth: Float64Array): void {
  const row = brokenRow(system, truth);
  if (row === -1) return;
  const { rows, table } = system;
  const label = table.relations[rows.relations[row]!]!.label;
  throw new TableError(`true values contradict a relation: ${label}; correct the table before it is audited`);
}

/** The first row that a point breaks, −1 if it keeps them all. Whole numbers, so the sums are exact. */
export function brokenRow({ rows }: System, point: Float64Array): number {
  for (let r = 0; r < rows.count; r++) {
    let sum = 0;
    for (let t = rows.starts[r]!; t < rows.starts[r + 1]!; t++)
      sum += rows.coefficients[t]! * point[rows.unknowns[t]!]!;
    if (sum < rows.low[r]! || sum > rows.high[r]!) return r;
  }
  return -1;
}
