import type { SqlResult } from "../engine.ts";
import { plainValue } from "../sql/plain-value.ts";

/** As much of an Arrow table as is used here: the engine's library brings its own Arrow, which never leaves this folder. */
export interface ArrowTable {
  readonly numRows: number;
  readonly schema: {
    readonly fields: readonly { readonly name: string; readonly type: { toString(): string } }[];
  };
  getChildAt(index: number): { get(row: number): unknown } | null;
}

export function plainRows(table: ArrowTable): Pick<SqlResult, "columns" | "rows"> {
  const { fields } = table.schema;
  const vectors = fields.map((_, index) => table.getChildAt(index));
  return {
    columns: fields.map(({ name, type }) => ({ name, type: typeName(String(type)) })),
    rows: Array.from({ length: table.numRows }, (_, row) =>
      vectors.map((vector) => plainValue(vector?.get(row))),
    ),
  };
}

const names: Readonly<Record<string, string>> = {
  Utf8: "VARCHAR",
  LargeUtf8: "VARCHAR",
  Int8: "TINYINT",
  Int16: "SMALLINT",
  Int32: "INTEGER",
  Int64: "BIGINT",
  Float32: "FLOAT",
  Float64: "DOUBLE",
  Bool: "BOOLEAN",
};

/** DuckDB's name of a type, where Arrow's has one; else Arrow's. */
function typeName(arrow: string): string {
  return names[arrow] ?? arrow;
}
