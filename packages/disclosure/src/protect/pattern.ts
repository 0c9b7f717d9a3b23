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
        `value not known: ${unknown.key}; a table can be protected only where all its values are known`,
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
      if (requirement.kind !== "cover") return;
      this.needLow[place] = requirement.low;
      this.needHigh[place] = requirement.high;
    });
    const relationsOf: number[][] = cells.map(() => []);
    table.relations.forEach(({ terms }, r) => terms.forEach(([place]) => relationsOf[place]!.push(r)));
    this.relationsOf = relationsOf;
  }

  isSensitive(place: number): boolean {
    return !Number.isNaN(this.needLow[place]!);
  }

  /** The table as it would be published with this pattern. */
  toTable(): Table {
    return this.table.withCells((cell, place) =>
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
