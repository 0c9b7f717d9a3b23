import { codeColumn } from "../microdata/columns.ts";
import type { CodedColumn, Columns } from "../microdata/columns.ts";
import type { Table } from "../table/table.ts";
import { codesAt } from "./concentration.ts";

interface Filter {
  readonly codes: Uint32Array;
  /** The code asked for; −1 if no record has it. */
  readonly code: number;
}

/**
 * What published records tell about the cells of a table: at least as many persons as records that match it; and if
 * every person is among the records, at most those that match where they are not blank.
 */
export function linkRecords(
  table: Table,
  { columns, complete }: { columns: Columns; complete: boolean },
): Table {
  const coded = new Map(Object.entries(columns).map(([name, column]) => [name, codeColumn(column)]));
  return table.withCells((cell) => {
    if (cell.status === "published") return cell;
    const at = Object.entries(codesAt(cell.key)).filter(([name, code]) => !isTotal(table, name, code));
    const filters = at.flatMap(([name, code]) => (coded.has(name) ? [filterOf(coded.get(name)!, code)] : []));
    if (filters.length === 0) return cell;
    const { sure, possible } = matches(filters);
    // A dimension that the records lack leaves the lower end open: the matches may lie elsewhere along it.
    const low = filters.length === at.length ? Math.max(cell.low ?? 0, sure) : (cell.low ?? 0);
    return { ...cell, low, ...(complete ? { high: Math.min(cell.high ?? Infinity, possible) } : {}) };
  });
}

function filterOf({ codes, values }: CodedColumn, code: string): Filter {
  return { codes, code: values.findIndex((value, i) => i > 0 && String(value) === code) };
}

function matches(filters: readonly Filter[]): { sure: number; possible: number } {
  let sure = 0;
  let possible = 0;
  for (let i = 0; i < filters[0]!.codes.length; i++) {
    const exact = filters.every(({ codes, code }) => codes[i] === code);
    if (exact) sure++;
    if (exact || filters.every(({ codes, code }) => codes[i] === code || codes[i] === 0)) possible++;
  }
  return { sure, possible };
}

// A code is a total where some relation makes it the sum of other codes of the same dimension.
function isTotal(table: Table, name: string, code: string): boolean {
  return table.relations.some(
    ({ label }) =>
      label.endsWith(`= sum over ${name}`) && label.split(" = ")[0]!.split("|").includes(`${name}=${code}`),
  );
}
