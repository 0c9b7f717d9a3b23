/**
 * How a cell stands in what is published.
 *
 * `published` its value is printed · `hidden` it is printed as suppressed · `latent` it is not printed at all, yet it
 * is part of something that is (an age band between two published ones, the difference between two releases).
 */
export type CellStatus = "published" | "hidden" | "latent";

/** One cell of one table: a count of persons, unless a relation says otherwise. */
export interface Cell {
  /** Unique in its table, for example `period=2021|sex=F`. */
  readonly key: string;
  /** The true value if known: always for published cells, for the others when we computed the table ourselves. */
  readonly value: number | null;
  readonly status: CellStatus;
  /** What any reader knows about the cell beforehand: at least (0 if left out) … */
  readonly low?: number;
  /** … and at most (no limit if left out). */
  readonly high?: number;
  /** Whether it must be protected. If left out: a value of 1…k−1, and a hidden cell whose value is not known. */
  readonly sensitive?: boolean;
  /** The interval that the attacker must be left with, at least; [0, k] if left out. */
  readonly needs?: readonly [low: number, high: number];
  /** There is no figure, for whatever reason: a hole like a hidden cell, but not one that was hidden for being small. */
  readonly absent?: boolean;
  /** What hiding this cell costs; 1 + log₂(1 + value) if left out. Infinity: it must stay published. */
  readonly weight?: number;
}

/** One term of a relation: a whole number times a cell, by its place in the table. */
export type Term = readonly [cell: number, coefficient: number];

/** Something every reader knows: low ≤ Σ coefficient × cell ≤ high, all whole numbers. */
export interface Relation {
  readonly label: string;
  readonly terms: readonly Term[];
  readonly low: number;
  readonly high: number;
  /** The auditor takes a reader to know it, to be safe; nothing that is printed tells it. */
  readonly granted?: boolean;
}

/** What is wrong with which cell, and what to do about it. Never its value: a message may end up in a log. */
export class TableError extends Error {
  override readonly name = "TableError";
}

/** Refuses a cell that no count can be. */
export function checkCell(cell: Cell): void {
  if (cell.key === "") throw new TableError("empty cell key: every cell needs a key of its own");
  if (cell.status === "published" && cell.value === null)
    throw new TableError(`published cell without a value: ${cell.key}; give the value or the status hidden`);
  if (cell.value !== null) checkCount(cell.value, cell.key);
  for (const bound of [cell.low, cell.high]) {
    if (bound !== undefined && !Number.isSafeInteger(bound) && bound !== Infinity && bound !== -Infinity)
      throw new TableError(`bound is not a whole number: ${cell.key}; bounds are whole numbers or infinite`);
  }
  if (cell.low !== undefined && cell.high !== undefined && cell.low > cell.high)
    throw new TableError(`bounds cross: ${cell.key} has its low above its high`);
  if (cell.value !== null && (cell.value < (cell.low ?? 0) || cell.value > (cell.high ?? Infinity)))
    throw new TableError(`value outside its bounds: ${cell.key}; correct the value or what bounds it`);
}

function checkCount(value: number, key: string): void {
  if (Number.isNaN(value)) throw new TableError(`value is not a number: ${key}; counts are whole numbers`);
  if (value < 0) throw new TableError(`negative count: ${key}; counts are 0 or more`);
  if (!Number.isInteger(value)) throw new TableError(`fractional count: ${key}; counts are whole numbers`);
  if (!Number.isSafeInteger(value))
    throw new TableError(`count too large: ${key}; counts are whole numbers up to 2⁵³ − 1`);
}
