import { codeColumn } from "../microdata/columns.ts";
import type { Columns } from "../microdata/columns.ts";
import type { Table } from "../table/table.ts";
import { codesAt } from "../table/crossTable.ts";

/** Records that are published beside a table, in the table's own columns and codes. */
export interface LinkedRecords {
  readonly columns: Columns;
  /** Whether every person of the table is among the records. */
  readonly complete: boolean;
  /** Of an earlier release: if the table contradicts them, records were taken out since and nothing follows. */
  readonly earlier?: boolean;
}

interface Filter {
  /** Its place among the columns. */
  readonly at: number;
  /** The code asked for; −1 if no record has it. */
  readonly code: number;
}

/** Records that agree in all columns of the table. */
interface Group {
  readonly codes: readonly number[];
  count: number;
}

/**
 * What published records tell about the cells of a table: at least as many persons as records that match it; and if
 * every person is among the records, at most those that match where they are not blank. Cells that are printed get
 * the lower bound too: it is what remains known of them once they are hidden.
 *
 * @throws TableError if records of the same release are more than the table counts
 */
export function linkRecords(table: Table, { columns, complete, earlier }: LinkedRecords): Table {
  const coded = Object.entries(columns).map(([name, column]) => ({ name, ...codeColumn(column) }));
  const places = new Map(coded.map(({ name }, at) => [name, at]));
  const groups = groupsOf(coded.map(({ codes }) => codes));
  const totals = totalsOf(table);
  const bounds = table.cells.map((cell) => {
    const asked = Object.entries(codesAt(cell.key)).filter(([name, code]) => !totals.has(`${name}=${code}`));
    const filters = asked.flatMap(([name, code]): Filter[] => {
      const at = places.get(name);
      if (at === undefined) return [];
      return [{ at, code: coded[at]!.values.findIndex((value, i) => i > 0 && String(value) === code) }];
    });
    if (filters.length === 0 && asked.length > 0) return undefined;
    const { sure, possible } = matches(groups, filters);
    // A dimension that the records lack leaves the lower end open: the matches may lie elsewhere along it.
    return { low: filters.length === asked.length ? sure : 0, high: complete ? possible : Infinity };
  });
  if (earlier && table.cells.some(({ value }, i) => value !== null && value < (bounds[i]?.low ?? 0)))
    return table;
  return table.withCells((cell, i) => {
    const bound = bounds[i];
    if (bound === undefined) return cell;
    const low = Math.max(cell.low ?? 0, bound.low);
    if (cell.status === "published" || bound.high === Infinity) return { ...cell, low };
    return { ...cell, low, high: Math.min(cell.high ?? Infinity, bound.high) };
  });
}

function groupsOf(columns: readonly Uint32Array[]): Group[] {
  const groups = new Map<string, Group>();
  const length = columns[0]?.length ?? 0;
  for (let i = 0; i < length; i++) {
    const codes = columns.map((column) => column[i]!);
    const key = codes.join();
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { codes, count: 1 });
  }
  return [...groups.values()];
}

function matches(groups: readonly Group[], filters: readonly Filter[]): { sure: number; possible: number } {
  let sure = 0;
  let possible = 0;
  for (const { codes, count } of groups) {
    if (filters.every(({ at, code }) => codes[at] === code)) sure += count;
    if (filters.every(({ at, code }) => codes[at] === code || codes[at] === 0)) possible += count;
  }
  return { sure, possible };
}

// A code is a total where some relation makes it the sum of other codes of the same dimension.
function totalsOf(table: Table): Set<string> {
  const totals = new Set<string>();
  for (const { label } of table.relations) {
    const [key = "", name] = label.split(" = sum over ");
    if (name === undefined) continue;
    const part = key.split("|").find((one) => one.startsWith(`${name}=`));
    if (part !== undefined) totals.add(part);
  }
  return totals;
}
