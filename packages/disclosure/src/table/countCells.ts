import type { Persons } from "../microdata/persons.ts";

/** A dimension to count by: the place of each record's code, 0…size−1, and whether the sum over all is asked for. */
export interface CountedDimension {
  readonly places: ArrayLike<number>;
  readonly size: number;
  readonly total: boolean;
}

/**
 * Counts in every cell of a cross-classification, row-major; where a dimension has a total, that is its first place.
 * `counted` are distinct persons, or records where no persons are told apart; `records` are always records.
 */
export interface CellCounts {
  readonly counted: Uint32Array;
  readonly records: Uint32Array;
  /** By dimension: whether somebody is counted under more than one of its codes, so that its total is less than the sum. */
  readonly repeats: readonly boolean[];
}

/** Counts records, and the persons behind them, in every cell and every total. */
export function countCells(
  dimensions: readonly CountedDimension[],
  length: number,
  persons?: Persons,
): CellCounts {
  const widths = dimensions.map(({ size, total }) => size + Number(total));
  const steps = widths.map((_, d) => widths.slice(d + 1).reduce((product, width) => product * width, 1));
  const cells = widths.reduce((product, width) => product * width, 1);
  const records = new Uint32Array(cells);
  const offsets = new Uint32Array(1 << dimensions.filter(({ total }) => total).length);
  // The cells of a record: each total doubles them.
  const visit = (record: number, count: (cell: number) => void): void => {
    let found = 1;
    offsets[0] = 0;
    dimensions.forEach(({ places, total }, d) => {
      const own = (places[record]! + Number(total)) * steps[d]!;
      if (total) for (let i = 0; i < found; i++) offsets[found + i] = offsets[i]!;
      for (let i = 0; i < found; i++) offsets[i] = offsets[i]! + own;
      if (total) found *= 2;
    });
    for (let i = 0; i < found; i++) count(offsets[i]!);
  };
  const countRecord = (cell: number): void => {
    records[cell] = records[cell]! + 1;
  };
  for (let record = 0; record < length; record++) visit(record, countRecord);
  const repeats = dimensions.map(({ places }) => persons !== undefined && differs(places, persons));
  if (persons === undefined) return { counted: records, records, repeats };
  const counted = new Uint32Array(cells);
  const last = new Uint32Array(cells);
  let person = 0;
  const countPerson = (cell: number): void => {
    if (last[cell] === person + 1) return;
    last[cell] = person + 1;
    counted[cell] = counted[cell]! + 1;
  };
  for (; person < persons.count; person++)
    for (const record of persons.recordsOf(person)) visit(record, countPerson);
  return { counted, records, repeats };
}

function differs(places: ArrayLike<number>, persons: Persons): boolean {
  for (let person = 0; person < persons.count; person++) {
    const own = persons.recordsOf(person);
    for (const record of own) if (places[record] !== places[own[0]!]) return true;
  }
  return false;
}
