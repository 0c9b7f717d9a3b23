import type { SqlResult } from "../engine.ts";
import { plainValue } from "../sql/plain-value.ts";

/** As much of an Arrow table as is used here: the engine's library brings its own Arrow, which never leaves this folder. */
export interface ArrowTable {
  readonly numRows: number;
  readonly schema: { readonly fields: readonly { readonly name: string }[] };
  getChildAt(index: number): { get(row: number): unknown } | null;
}

/** The rows of a result whose columns are of these types. */
export function plainRows(table: ArrowTable, columns: SqlResult["columns"]): SqlResult["rows"] {
  const vectors = columns.map((_, index) => table.getChildAt(index));
  return Array.from({ length: table.numRows }, (_, row) =>
    columns.map(({ type }, index) => plainValue(vectors[index]?.get(row), type)),
  );
}

/** The rows as objects, for statements of our own. */
export function rowObjects(table: ArrowTable): Record<string, unknown>[] {
  const { fields } = table.schema;
  const rows = plainRows(
    table,
    fields.map(({ name }) => ({ name, type: "" })),
  );
  return rows.map((cells) => Object.fromEntries(fields.map(({ name }, index) => [name, cells[index]])));
}
