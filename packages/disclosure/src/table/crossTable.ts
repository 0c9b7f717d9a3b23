import { TableError } from "./cell.ts";
import type { Cell } from "./cell.ts";
import { hierarchy } from "./hierarchy.ts";
import type { Hierarchy, Parts } from "./hierarchy.ts";
import { strides, sums } from "./lattice.ts";
import { Table } from "./table.ts";
import { addUnion } from "./union.ts";

/** One dimension of a cross-classification: its name, its codes, and what its totals are made of. */
export interface Dimension {
  readonly name: string;
  readonly codes: readonly string[];
  readonly parts?: Parts;
  /** Whether one person may be counted under several of its codes: a total is then less than the sum of its parts. */
  readonly repeats?: boolean;
}

/** One cell of a cross-classification: its code in each dimension, and all that a `Cell` has but the key. */
export type CrossCell = Omit<Cell, "key"> & { readonly at: readonly string[] };

/** The key of a cell: `sex=F|period=2021`, dimensions in alphabetical order so that linked tables agree. */
export function cellKey(names: readonly string[], at: readonly string[]): string {
  return names
    .map((name, d) => `${name}=${at[d]}`)
    .sort()
    .join("|");
}

/** The codes of a key, by dimension. */
export function codesAt(key: string): Record<string, string> {
  return Object.fromEntries(
    key.split("|").map((part) => {
      const at = part.indexOf("=");
      return [part.slice(0, at), part.slice(at + 1)];
    }),
  );
}

/** A cross-classified table with its margins: every sum along every dimension is a relation. */
export function crossTable(k: number, dimensions: readonly Dimension[], cells: Iterable<CrossCell>): Table {
  const table = new Table(k);
  addCrossTable(table, dimensions, cells);
  return table;
}

/**
 * Adds a cross-classification to a table. A cell that is there already (from a linked table) must say the same; its
 * relations are added to it. Combinations without a cell are left out, and so are the sums that would need them,
 * unless the missing cell is a total.
 */
export function addCrossTable(
  table: Table,
  dimensions: readonly Dimension[],
  cells: Iterable<CrossCell>,
): void {
  const names = dimensions.map(({ name }) => name);
  if (new Set(names).size !== names.length) throw new TableError(`dimension twice: ${names.join(", ")}`);
  const hierarchies = dimensions.map(({ name, codes, parts }) => hierarchy(name, codes, parts));
  const codePlaces = hierarchies.map(({ codes }) => new Map(codes.map((code, place) => [code, place])));
  const steps = strides(hierarchies);
  const size = hierarchies.reduce((product, { codes }) => product * codes.length, 1);
  if (size > 50_000_000)
    throw new TableError(`table too large: ${size} combinations of ${names.join(" × ")}`);
  const places = new Int32Array(size).fill(-1);
  let count = 0;
  for (const { at, ...cell } of cells) {
    const offset = offsetOf(at, names, codePlaces, steps);
    if (places[offset] !== -1)
      throw new TableError(`cell twice: ${cellKey(names, at)}; every combination may appear once`);
    places[offset] = addOrMeet(table, { key: cellKey(names, at), ...cell });
    count++;
  }
  if (count === 0) throw new TableError("empty table: it has no cells");
  refuseTwoRepeats(dimensions);
  relate(
    table,
    hierarchies,
    places,
    dimensions.map(({ repeats = false }) => repeats),
  );
}

// Unions over two dimensions at once obey more laws than any list of relations could hold.
function refuseTwoRepeats(dimensions: readonly Dimension[]): void {
  const names = dimensions
    .filter(({ repeats, parts = {} }) => repeats && Object.keys(parts).length > 0)
    .map(({ name }) => name);
  if (names.length > 1)
    throw new TableError(
      `persons repeat along ${names.join(" and ")}: totals of one dimension only can be audited then; leave out the totals of the others, or count services`,
    );
}

function offsetOf(
  at: readonly string[],
  names: readonly string[],
  codePlaces: readonly Map<string, number>[],
  steps: readonly number[],
): number {
  let offset = 0;
  names.forEach((name, d) => {
    const place = codePlaces[d]!.get(at[d]!);
    if (place === undefined) throw new TableError(`unknown code: ${name} has no ${at[d]}`);
    offset += place * steps[d]!;
  });
  return offset;
}

function addOrMeet(table: Table, cell: Cell): number {
  if (!table.has(cell.key)) return table.addCell(cell);
  const there = table.cell(cell.key);
  if (there.status === cell.status && there.value === cell.value) return table.place(cell.key);
  if (there.value !== null && cell.value !== null && there.value !== cell.value)
    throw new TableError(
      `tables contradict each other: ${cell.key} has two different values; correct one of the files`,
    );
  return table.meet(cell);
}

function relate(
  table: Table,
  hierarchies: readonly Hierarchy[],
  places: Int32Array,
  repeats: readonly boolean[],
): void {
  const latent = new Map<number, number>();
  const nameOf = (offset: number): string => keyAt(hierarchies, offset);
  const there = (offset: number): number => {
    const place = places[offset]!;
    if (place !== -1) return place;
    const known = latent.get(offset);
    if (known !== undefined) return known;
    const key = nameOf(offset);
    const added = table.has(key) ? table.place(key) : table.addCell({ key, value: null, status: "latent" });
    latent.set(offset, added);
    return added;
  };
  let complete = true;
  for (const { dimension, total, parts } of sums(hierarchies)) {
    const present = parts.filter((part) => places[part] !== -1).length;
    if (present === 0 && places[total] === -1) continue;
    if (present < parts.length || places[total] === -1) complete = false;
    // Unprinted parts tell nothing unless other figures are made of them too.
    if (present === 0 && hierarchies[dimension]!.tree) continue;
    const label = `${nameOf(total)} = sum over ${hierarchies[dimension]!.name}`;
    const [whole, pieces] = [there(total), parts.map(there)];
    if (repeats[dimension]) addUnion(table, label, whole, pieces);
    else table.addRelationByPlace(label, [[whole, -1], ...pieces.map((part) => [part, 1] as const)], 0, 0);
  }
  fillLatent(table, latent.values());
  if (complete && hierarchies.every(({ tree }) => tree))
    table.addLattice({ dimensions: hierarchies, places });
}

// What is not printed can still be known to us: a total of known parts, a part that is all that is left.
function fillLatent(table: Table, places: Iterable<number>): void {
  const open = new Set(places);
  if (open.size === 0) return;
  for (let found = true; found;) {
    found = false;
    for (const { terms, low, high } of table.relations) {
      if (low !== high) continue;
      const unknown = terms.filter(([place]) => table.cells[place]!.value === null);
      if (unknown.length !== 1 || !open.has(unknown[0]![0])) continue;
      const [place, coefficient] = unknown[0]!;
      const rest = terms.reduce(
        (sum, [cell, c]) => (cell === place ? sum : sum + c * table.cells[cell]!.value!),
        0,
      );
      table.know(place, (low - rest) / coefficient);
      found = true;
    }
  }
}

function keyAt(hierarchies: readonly Hierarchy[], offset: number): string {
  const steps = strides(hierarchies);
  const at = hierarchies.map(({ codes }, d) => codes[Math.floor(offset / steps[d]!) % codes.length]!);
  return cellKey(
    hierarchies.map(({ name }) => name),
    at,
  );
}
