import { TOTAL, dimensions } from "@yeelen/dataset";
import { countCells, Persons, type Columns } from "@yeelen/disclosure";
import { InputError } from "../errors.ts";
import { cellFault } from "../tables/fault.ts";
import { orInputError } from "./protection-policy.ts";
import { coded, type Tabulation } from "./tabulation.ts";

/** What a record is counted under where it says nothing. */
const unknown = "U";

interface Counted {
  readonly name: string;
  /** The place of each record's code among the codes, the total left aside. */
  readonly places: Uint32Array;
  /** Codes of the table without the total. */
  readonly codes: readonly string[];
  readonly total: string | undefined;
}

/** One figure of a table, by column. */
export type CountedRow = Readonly<Record<string, string | number>>;

export interface CountedTable {
  readonly rows: readonly CountedRow[];
  /** Columns with a total in which somebody is counted more than once: the policy must say that they repeat. */
  readonly repeats: readonly string[];
}

/** Where the records come from: what errors call the file, and each record's row in it. */
export interface RecordsFile {
  readonly file: string;
  readonly rowNumbers: readonly number[];
}

/**
 * Counts persons into a tidy table: every combination of codes, zeros included, with the totals that the tabulation
 * names. The figures are true and nothing is hidden: they are for `yeelen publish` under `enforce` alone. Throws
 * `InputError` for records that the tabulation does not fit.
 */
export async function countRecords(
  records: Columns,
  tabulation: Tabulation,
  about: RecordsFile,
): Promise<CountedTable> {
  const length = Object.values(records)[0]?.length ?? 0;
  if (length === 0) throw new InputError("no records; expected one row for each");
  const persons = await personsOf(records, tabulation.person);
  const columns = Object.entries(tabulation.columns).map(([name, column]) =>
    counted(name, column, records, about),
  );
  const found = countCells(
    columns.map(({ places, codes, total }) => ({ places, size: codes.length, total: total !== undefined })),
    length,
    persons,
  );
  const all = columns.map(({ codes, total }) => (total === undefined ? codes : [total, ...codes]));
  const rows = combinations(all).map((at, cell) => ({
    indicator: tabulation.indicator,
    ...Object.fromEntries(columns.map(({ name }, index) => [name, at[index] ?? ""])),
    value: found.counted[cell] ?? 0,
  }));
  const repeats = columns.filter(({ total }, index) => total !== undefined && found.repeats[index] === true);
  return { rows, repeats: repeats.map(({ name }) => name) };
}

async function personsOf(records: Columns, column: string | null): Promise<Persons | undefined> {
  if (column === null) return undefined;
  const own = records[column];
  if (own === undefined) throw noColumn(column, records);
  return orInputError(`column ${column}`, async () => new Persons(own).refuseUnmarked());
}

function counted(
  name: string,
  column: Tabulation["columns"]["area"] & object,
  records: Columns,
  { file, rowNumbers }: RecordsFile,
): Counted {
  const own = records[column.column];
  if (own === undefined) throw noColumn(column.column, records);
  const isDimension = (dimensions as readonly string[]).includes(name);
  if (isDimension && column.total !== undefined && column.total !== TOTAL)
    throw new InputError(`tabulation: total of ${name} is ${column.total}; expected ${TOTAL}`);
  const words = coded(own, column.column, column.codes);
  const blank = words.indexOf(null);
  if (blank !== -1 && !isDimension)
    throw cellFault({ file, row: rowNumbers[blank], column: column.column }, "", "a value in each record");
  const { total } = column;
  if (total !== undefined && words.includes(total))
    throw new InputError(`column ${column.column}: ${total} is the code of the total, and of a record`);
  const known =
    column.codes === undefined
      ? [...new Set(words)].filter((word) => word !== null).sort()
      : Object.values(column.codes);
  const codes = [...new Set([...known, ...(blank === -1 ? [] : [unknown])])];
  const place = new Map(codes.map((code, at) => [code, at]));
  return { name, places: Uint32Array.from(words, (word) => place.get(word ?? unknown) ?? 0), codes, total };
}

function noColumn(column: string, records: Columns): InputError {
  return new InputError(
    `no column ${column} in the records; expected one of ${Object.keys(records).join(", ")}`,
  );
}

// Every combination of codes, row-major as the cells are.
function combinations(codes: readonly (readonly string[])[]): string[][] {
  return codes.reduce<string[][]>((all, own) => all.flatMap((at) => own.map((code) => [...at, code])), [[]]);
}
