/** A row of an equation system modulo a prime: coefficient by unknown. */
export type SparseRow = Map<number, number>;

/** Elimination stops once it has done this much work. */
const WORK_LIMIT = 60_000_000;

/** One row of the echelon form. */
export interface EchelonRow {
  readonly pivot: number;
  /** Scaled so that the pivot's coefficient is 1. Holds no earlier pivot. */
  readonly row: SparseRow;
}

/**
 * Sparse elimination modulo a prime. Changes `equations`.
 *
 * @returns rows in the order their pivots were taken, null if it would have cost too much
 */
// Shortest row first, in it the unknown that the fewest other rows have (Markowitz), so that little fills in.
export function eliminate(equations: SparseRow[], prime: number): EchelonRow[] | null {
  const holders = new Map<number, Set<number>>();
  equations.forEach((row, r) => {
    for (const x of row.keys()) holdersOf(holders, x).add(r);
  });
  const queue = new SizeQueue(equations);
  const echelon: EchelonRow[] = [];
  let work = 0;
  for (let r = queue.take(); r !== -1; r = queue.take()) {
    const row = equations[r]!;
    const pivot = rarest(row, holders);
    const scale = inverse(row.get(pivot)!, prime);
    for (const [x, c] of row) row.set(x, (c * scale) % prime);
    for (const x of row.keys()) holders.get(x)!.delete(r);
    for (const other of [...holders.get(pivot)!]) {
      const target = equations[other]!;
      subtract(target, row, target.get(pivot)!, prime, other, holders);
      queue.put(other);
      work += row.size + target.size;
      if (work > WORK_LIMIT) return null;
    }
    echelon.push({ pivot, row });
  }
  return echelon;
}

function subtract(
  target: SparseRow,
  row: SparseRow,
  factor: number,
  prime: number,
  index: number,
  holders: Map<number, Set<number>>,
): void {
  for (const [x, c] of row) {
    const next = (target.get(x) ?? 0) - ((c * factor) % prime);
    const value = next < 0 ? next + prime : next;
    if (value === 0) {
      target.delete(x);
      holders.get(x)!.delete(index);
    } else {
      if (!target.has(x)) holdersOf(holders, x).add(index);
      target.set(x, value);
    }
  }
}

function rarest(row: SparseRow, holders: Map<number, Set<number>>): number {
  let best = -1;
  let fewest = Infinity;
  for (const x of row.keys()) {
    const count = holders.get(x)!.size;
    if (count < fewest) [best, fewest] = [x, count];
  }
  return best;
}

function holdersOf(holders: Map<number, Set<number>>, x: number): Set<number> {
  let set = holders.get(x);
  if (!set) holders.set(x, (set = new Set()));
  return set;
}

/** Rows by how many unknowns they have; a row may be put again after it changed, and is taken once. */
class SizeQueue {
  readonly #rows: readonly SparseRow[];
  readonly #bySize: number[][] = [];
  readonly #taken: Uint8Array;

  constructor(rows: readonly SparseRow[]) {
    this.#rows = rows;
    this.#taken = new Uint8Array(rows.length);
    rows.forEach((_, r) => this.put(r));
  }

  put(r: number): void {
    const size = this.#rows[r]!.size;
    if (size > 0) (this.#bySize[size] ??= []).push(r);
  }

  take(): number {
    for (const [size, list] of this.#bySize.entries()) {
      while (list && list.length > 0) {
        const r = list.pop()!;
        if (this.#taken[r] || this.#rows[r]!.size !== size) continue;
        this.#taken[r] = 1;
        return r;
      }
    }
    return -1;
  }
}

/** The remainder from 0 up. */
export function modulo(value: number, prime: number): number {
  const rest = value % prime;
  return rest < 0 ? rest + prime : rest;
}

function inverse(value: number, prime: number): number {
  let [a, b, u, v] = [value, prime, 1, 0];
  while (b !== 0) {
    const q = Math.floor(a / b);
    [a, b, u, v] = [b, a - q * b, v, u - q * v];
  }
  return modulo(u, prime);
}
