import { codeColumns } from "../microdata/columns.ts";
import type { Columns, Value } from "../microdata/columns.ts";
import { Persons } from "../microdata/persons.ts";
import { TableError } from "./cell.ts";
import { countCells } from "./countCells.ts";
import { crossTable } from "./crossTable.ts";
import type { CrossCell } from "./crossTable.ts";
import type { Table } from "./table.ts";

/** How `tabulate` counts. */
export interface TabulateOptions {
  /** The column that tells persons apart: cells then count each person once. Left out, every record is a person. */
  readonly person?: string;
  /** The columns that get a total; all if left out. */
  readonly totals?: readonly string[];
}

/**
 * Counts persons by columns into a table with its margins; every total is the code `T`. Nothing is hidden yet: pass
 * the table to `protect`. A record with a blank counts under the code `unknown`.
 *
 * Where somebody has records under several codes of a column, its totals are less than the sums of their parts, and the
 * table's relations say so.
 */
export function tabulate(
  columns: Columns,
  names: readonly string[],
  k: number,
  { person, totals = names }: TabulateOptions = {},
): Table {
  const coded = codeColumns(columns, names);
  const words = coded.map(({ values }) =>
    values.map((value: Value) => (value === null ? "unknown" : String(value))),
  );
  for (const [d, list] of words.entries()) {
    if (list.slice(1).some((word) => word === "T" || word === "unknown"))
      throw new TableError(`code already taken: ${names[d]} has T or unknown; rename it`);
  }
  const used = coded.map(({ codes }, d) => (codes.includes(0) ? words[d]! : words[d]!.slice(1)).toSorted());
  const { length } = coded[0]!.codes;
  const { counted, repeats } = countCells(
    coded.map(({ codes }, d) => {
      const places = new Map(used[d]!.map((word, place) => [word, place]));
      const placeOf = Uint32Array.from(words[d]!, (word) => places.get(word) ?? 0);
      return {
        places: codes.map((code) => placeOf[code]!),
        size: used[d]!.length,
        total: totals.includes(names[d]!),
      };
    }),
    length,
    personsOf(columns, person, length),
  );
  const dimensions = names.map((name, d) => {
    if (!totals.includes(name)) return { name, codes: used[d]! };
    return { name, codes: ["T", ...used[d]!], parts: { T: used[d]! }, repeats: repeats[d]! };
  });
  const cells = places(dimensions.map(({ codes }) => codes)).map((at, offset): CrossCell => ({
    at,
    value: counted[offset]!,
    status: "published",
  }));
  return crossTable(k, dimensions, cells);
}

function personsOf(columns: Columns, name: string | undefined, length: number): Persons | undefined {
  if (name === undefined) return undefined;
  const column = columns[name];
  if (column?.length !== length)
    throw new TableError(`no such column of persons: ${name}; there are ${Object.keys(columns).join(", ")}`);
  return new Persons(column).refuseUnmarked();
}

// Every combination of codes, row-major.
function places(codes: readonly (readonly string[])[]): string[][] {
  return codes.reduce<string[][]>((all, own) => all.flatMap((at) => own.map((code) => [...at, code])), [[]]);
}
