import { TOTAL, dimensions } from "@yeelen/dataset";
import type { Columns } from "@yeelen/disclosure";
import { InputError } from "../errors.ts";
import { coded, type Tabulation } from "./tabulation.ts";

/** What a record is counted under where it says nothing. */
const unknown = "U";

interface Counted {
  readonly name: string;
  /** The code of each record. */
  readonly own: readonly string[];
  /** Codes of the table, the total first. */
  readonly codes: readonly string[];
  readonly total: string | undefined;
}

/** One figure of a table, by column. */
export type CountedRow = Readonly<Record<string, string | number>>;

/**
 * Counts records into a tidy table: every combination of codes, zeros included, with the totals that the tabulation
 * names. The figures are true and nothing is hidden: they are for `yeelen publish` under `enforce` alone. Throws
 * `InputError` for records that the tabulation does not fit.
 */
export function countRecords(records: Columns, tabulation: Tabulation): CountedRow[] {
  const length = Object.values(records)[0]?.length ?? 0;
  if (length === 0) throw new InputError("no records; expected one row for each");
  const columns = Object.entries(tabulation.columns).map(([name, column]) => counted(name, column, records));
  const rows = new Map<string, { at: readonly string[]; value: number }>();
  const list = (at: readonly string[]): void => {
    const next = columns[at.length];
    if (next === undefined) rows.set(at.join("\u0000"), { at, value: 0 });
    else for (const code of next.codes) list([...at, code]);
  };
  list([]);
  for (let record = 0; record < length; record++)
    for (const at of placesOf(columns, record)) {
      const row = rows.get(at.join("\u0000"));
      if (row) row.value++;
    }
  return Array.from(rows.values(), ({ at, value }) => ({
    indicator: tabulation.indicator,
    ...Object.fromEntries(columns.map(({ name }, index) => [name, at[index] ?? ""])),
    value,
  }));
}

function counted(name: string, column: Tabulation["columns"]["area"] & object, records: Columns): Counted {
  const own = records[column.column];
  if (own === undefined)
    throw new InputError(
      `no column ${column.column} in the records; expected one of ${Object.keys(records).join(", ")}`,
    );
  const isDimension = (dimensions as readonly string[]).includes(name);
  if (isDimension && column.total !== undefined && column.total !== TOTAL)
    throw new InputError(`tabulation: total of ${name} is ${column.total}; expected ${TOTAL}`);
  const words = coded(own, column.column, column.codes);
  const blank = words.indexOf(null);
  if (blank !== -1 && !isDimension)
    throw new InputError(`record ${blank + 1}, column ${column.column}: (empty); expected a value`);
  const codes = words.map((word) => word ?? unknown);
  const { total } = column;
  if (total !== undefined && codes.includes(total))
    throw new InputError(`column ${column.column}: ${total} is the code of the total, and of a record`);
  const known = column.codes === undefined ? [...new Set(codes)].sort() : Object.values(column.codes);
  const all = [...(total === undefined ? [] : [total]), ...known, ...(blank === -1 ? [] : [unknown])];
  return { name, own: codes, codes: [...new Set(all)], total };
}

/** The cells that a record is counted in: its own, and every total of it. */
function placesOf(columns: readonly Counted[], record: number): string[][] {
  return columns.reduce<string[][]>(
    (places, { own, total }) => {
      const codes = [own[record] ?? unknown, ...(total === undefined ? [] : [total])];
      return places.flatMap((place) => codes.map((code) => [...place, code]));
    },
    [[]],
  );
}
