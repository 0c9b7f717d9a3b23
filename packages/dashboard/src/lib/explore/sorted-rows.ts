import type { SqlResult } from "@yeelen/query";

type Rows = SqlResult["rows"];

export interface Sorting {
  readonly column: number;
  readonly descending: boolean;
}

/** The rows in the order of a column, for the view only; what has no value comes last either way. */
export function sortedRows(rows: Rows, sorting: Sorting | null): Rows {
  if (!sorting) return rows;
  const { column, descending } = sorting;
  return [...rows].sort((a, b) => {
    const [left = null, right = null] = [a[column], b[column]];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    const order =
      typeof left === "number" && typeof right === "number"
        ? left - right
        : String(left).localeCompare(String(right));
    return descending ? -order : order;
  });
}

/** What a click on a column's name asks for next: upwards, downwards, the statement's own order. */
export function nextSorting(sorting: Sorting | null, column: number): Sorting | null {
  if (sorting?.column !== column) return { column, descending: false };
  return sorting.descending ? null : { column, descending: true };
}
