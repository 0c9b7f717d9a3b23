import { TableError } from "../table/cell.ts";
import type { Cell } from "../table/cell.ts";
import { requirementOf } from "../audit/requirement.ts";
import type { Table } from "../table/table.ts";

/** Which cells are hidden while a table is being protected, and what hiding each would cost. */
export class Pattern {
  readonly table: Table;
  readonly values: Float64Array;
  readonly hidden: Uint8Array;
  readonly weights: Float64Array;
  /** What each cell must be able to be, at the least; NaN where it is not sensitive. */
  readonly needLow: Float64Array;
  readonly needHigh: Float64Array;
  /** For each cell the relations it is in. */
  readonly relationsOf: readonly (readonly number[])[];

  constructor(table: Table) {
    this.table = table;
    const { cells } = table;
    const unknown = cells.find(({ value }) => value === null);
    if (unknown)
      throw new TableError(
        `value not found: ${unknown.key}; the time was up before a possible value was found for a figure without one`,
      );
    this.values = Float64Array.from(cells, ({ value }) => value!);
    this.hidden = Uint8Array.from(cells, (cell) =>
      Number(cell.status !== "published" || mustHide(cell, table.k)),
    );
    this.weights = Float64Array.from(cells, weightOf);
    this.needLow = new Float64Array(cells.length).fill(NaN);
    this.needHigh = new Float64Array(cells.length).fill(NaN);
    cells.forEach((cell, place) => {
      const requirement = requirementOf(this.hidden[place] ? { ...cell, status: "hidden" } : cell, table.k);
      if (requirement.kind !== "cover" && requirement.kind !== "hole") return;
      const [low, high] =
        requirement.kind === "hole" ? [0, requirement.k] : [requirement.low, requirement.high];
      this.needLow[place] = low;
      this.needHigh[place] = high;
    });
    const relationsOf: number[][] = cells.map(() => []);
    table.relations.forEach(({ terms }, r) => terms.forEach(([place]) => relationsOf[place]!.push(r)));
    this.relationsOf = relationsOf;
  }

  isSensitive(place: number): boolean {
    return !Number.isNaN(this.needLow[place]!);
  }

  mayHide(place: number): boolean {
    return this.hidden[place] === 1 || Number.isFinite(this.weights[place]!);
  }

  /** How low a cell may go on behalf of another: to 1 at most where a reader takes what is hidden for at least 1. */
  floorOf(place: number): number {
    const { low = 0, status, absent } = this.table.cells[place]!;
    const counts = status !== "latent" && absent !== true && this.values[place]! >= 1;
    return counts ? Math.max(1, low) : low;
  }

  /** Whether a change of some cells keeps every relation that they are in. */
  keeps(changes: readonly (readonly [place: number, change: number])[]): boolean {
    const sums = new Map<number, number>();
    for (const [place, change] of changes) {
      for (const r of this.relationsOf[place]!) {
        const coefficient = this.table.relations[r]!.terms.find(([cell]) => cell === place)![1];
        sums.set(r, (sums.get(r) ?? 0) + coefficient * change);
      }
    }
    for (const [r, sum] of sums) {
      const { low, high, terms } = this.table.relations[r]!;
      if (sum === 0) continue;
      const before = terms.reduce((total, [cell, c]) => total + c * this.values[cell]!, 0);
      if (before + sum < low || before + sum > high) return false;
    }
    return true;
  }

  /** The table as it would be published with this pattern. */
  toTable(source = this.table): Table {
    return source.withCells((cell, place) =>
      this.hidden[place] && cell.status === "published" ? { ...cell, status: "hidden" } : cell,
    );
  }
}

function mustHide(cell: Cell, k: number): boolean {
  return requirementOf({ ...cell, status: "hidden" }, k).kind === "cover";
}

// Hiding a large figure loses more than a small one, but not in proportion; a zero is the last thing to hide.
function weightOf(cell: Cell): number {
  if (cell.weight !== undefined) {
    if (Number.isNaN(cell.weight) || cell.weight < 0)
      throw new TableError(`weight below 0: ${cell.key} has ${cell.weight}`);
    return cell.weight;
  }
  return cell.value === 0 ? 12 : 1 + Math.log2(1 + cell.value!);
}
