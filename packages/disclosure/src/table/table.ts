import { checkCell, TableError } from "./cell.ts";
import type { Cell, Relation, Term } from "./cell.ts";
import type { Lattice } from "./lattice.ts";

/** A term by key, as people write it. */
export type KeyedTerm = readonly [key: string, coefficient: number];

/**
 * Cells, and everything a reader can relate them by. Nothing is published by this class; it is what `audit` attacks.
 *
 * `Table` values never change what they were made of: `withCells` gives a new one.
 */
export class Table {
  /** The threshold: counts of 1…k−1 are sensitive. */
  readonly k: number;
  readonly #cells: Cell[] = [];
  readonly #places = new Map<string, number>();
  readonly #relations: Relation[] = [];
  readonly #lattices: Lattice[] = [];

  /** @param k smallest count that may be shown, 2 or more */
  constructor(k: number) {
    checkThreshold(k);
    this.k = k;
  }

  get cells(): readonly Cell[] {
    return this.#cells;
  }

  get relations(): readonly Relation[] {
    return this.#relations;
  }

  /** Cross-classifications within the table, in which moves can be read off; only ever a shortcut. */
  get lattices(): readonly Lattice[] {
    return this.#lattices;
  }

  /** Adds a cell and gives its place. A key may appear once. */
  addCell(cell: Cell): number {
    checkCell(cell);
    if (this.#places.has(cell.key))
      throw new TableError(`cell twice: ${cell.key}; every key may appear once`);
    const place = this.#cells.length;
    this.#cells.push(cell);
    this.#places.set(cell.key, place);
    return place;
  }

  /**
   * A cell of this key is published in a second place. What one place prints the other cannot hide: a cell hidden in
   * one and published in the other stays hidden with both bounds at its value, so that no audit can pass it.
   */
  meet(cell: Cell): number {
    checkCell(cell);
    const place = this.place(cell.key);
    const there = this.#cells[place]!;
    const value = there.value ?? cell.value;
    const low = Math.max(there.low ?? 0, cell.low ?? 0, printed(there), printed(cell));
    const high = Math.min(there.high ?? Infinity, cell.high ?? Infinity, ceiling(there), ceiling(cell));
    if (low > high)
      throw new TableError(
        `tables contradict each other: ${cell.key}; no count is within both of its ranges`,
      );
    const statuses = new Set([there.status, cell.status]);
    const status = statuses.has("hidden") ? "hidden" : statuses.has("published") ? "published" : "latent";
    this.#cells[place] = { ...there, ...cell, value, status, low, high };
    return place;
  }

  /** Notes the true value of a cell that is not printed. */
  know(place: number, value: number): void {
    const cell = { ...this.#cells[place]!, value };
    checkCell(cell);
    this.#cells[place] = cell;
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  /** The place of a cell by its key. */
  place(key: string): number {
    const place = this.#places.get(key);
    if (place === undefined) throw new TableError(`unknown cell: ${key}; no such key in the table`);
    return place;
  }

  cell(key: string): Cell {
    return this.#cells[this.place(key)]!;
  }

  /** Adds low ≤ Σ coefficient × cell ≤ high. */
  addRelation(label: string, terms: readonly KeyedTerm[], low: number, high: number): void {
    this.addRelationByPlace(
      label,
      terms.map(([key, coefficient]) => [this.place(key), coefficient]),
      low,
      high,
    );
  }

  /** The same, by the places of the cells. */
  addRelationByPlace(
    label: string,
    terms: readonly Term[],
    low: number,
    high: number,
    granted: Pick<Relation, "granted"> = {},
  ): void {
    if (terms.length === 0) throw new TableError(`empty relation: ${label}; it needs at least one cell`);
    for (const [, coefficient] of terms) {
      if (!Number.isSafeInteger(coefficient))
        throw new TableError(`coefficient is not a whole number: ${label} has ${coefficient}`);
    }
    if (Number.isNaN(low) || Number.isNaN(high) || low > high)
      throw new TableError(`relation cannot hold: ${label}; its lower limit is above its upper one`);
    this.#relations.push({ label, terms: merged(terms), low, high, ...granted });
  }

  /** Takes over a relation of another table with the same cells in the same places. */
  keep(relation: Relation): void {
    this.#relations.push(relation);
  }

  /** Adds: the total is the sum of its parts. */
  addSum(total: string, parts: readonly string[], label = `${total} = sum of ${parts.length} parts`): void {
    this.addRelation(label, [[total, -1], ...parts.map((part): KeyedTerm => [part, 1])], 0, 0);
  }

  addLattice(lattice: Lattice): void {
    this.#lattices.push(lattice);
  }

  /** The same relations over other cells: `change` gives each cell as it shall be. */
  withCells(change: (cell: Cell, place: number) => Cell): Table {
    const copy = new Table(this.k);
    this.#cells.forEach((cell, place) => {
      const next = change(cell, place);
      if (next.key !== cell.key) throw new TableError(`key changed: ${cell.key} became ${next.key}`);
      copy.addCell(next);
    });
    copy.#relations.push(...this.#relations);
    copy.#lattices.push(...this.#lattices);
    return copy;
  }

  /** The same table with these cells hidden. */
  hide(keys: Iterable<string>): Table {
    const chosen = new Set(Array.from(keys, (key) => this.place(key)));
    return this.withCells((cell, place) =>
      chosen.has(place) && cell.status === "published" ? { ...cell, status: "hidden" } : cell,
    );
  }
}

/** Refuses a missing threshold, and one that protects nobody. */
export function checkThreshold(k: unknown): asserts k is number {
  if (k === undefined || k === null)
    throw new TableError("no threshold: give k, the smallest count that may be shown");
  if (typeof k !== "number" || !Number.isSafeInteger(k) || k < 2)
    throw new TableError(`threshold protects nobody: ${String(k)}; k is a whole number of 2 or more`);
}

function printed({ status, value }: Cell): number {
  return status === "published" && value !== null ? value : -Infinity;
}

function ceiling({ status, value }: Cell): number {
  return status === "published" && value !== null ? value : Infinity;
}

function merged(terms: readonly Term[]): Term[] {
  const sums = new Map<number, number>();
  for (const [cell, coefficient] of terms) sums.set(cell, (sums.get(cell) ?? 0) + coefficient);
  return Array.from(sums, ([cell, coefficient]): Term => [cell, coefficient]).filter(([, c]) => c !== 0);
}
