import type { SqlResult } from "../engine.ts";

export type Kind = "boolean" | "int32" | "int64" | "double" | "text";
export type Cell = SqlResult["rows"][number][number];

export interface ResultColumn {
  readonly name: string;
  readonly kind: Kind;
  readonly cells: readonly (Cell | bigint)[];
}

/** What the columns of a result are written as: by the engine's types, where it named any, else by what is in them. */
export function kindsOf({ columns, rows }: Pick<SqlResult, "columns" | "rows">): Kind[] {
  return columns.map(({ type }, index) =>
    type ? kindOfType(type) : kindOfCells(rows.map((row) => row[index] ?? null)),
  );
}

/** Rows column by column. Throws where a number would not stay the number it is. */
export function columnsOf(
  columns: SqlResult["columns"],
  rows: SqlResult["rows"],
  kinds: readonly Kind[],
): ResultColumn[] {
  return columns.map(({ name }, index) => {
    const kind = kinds[index] ?? "text";
    return { name, kind, cells: rows.map((row) => cellAs(kind, row[index] ?? null, name)) };
  });
}

function kindOfType(type: string): Kind {
  if (type === "BOOLEAN") return "boolean";
  if (/^(U?TINYINT|U?SMALLINT|INTEGER|"NULL")$/.test(type)) return "int32";
  if (/^(UINTEGER|BIGINT)$/.test(type)) return "int64";
  return /^(FLOAT|DOUBLE|UBIGINT|U?HUGEINT|DECIMAL\(\d+,\d+\))$/.test(type) ? "double" : "text";
}

function kindOfCells(cells: readonly Cell[]): Kind {
  const known = cells.filter((cell) => cell !== null);
  if (!known.length) return "text";
  if (known.every((cell) => typeof cell === "boolean")) return "boolean";
  if (!known.every((cell) => typeof cell === "number")) return "text";
  return known.every((cell) => Number.isInteger(cell) && Math.abs(cell) < 2 ** 31 && !Object.is(cell, -0))
    ? "int32"
    : "double";
}

const notFinite = ["NaN", "Infinity", "-Infinity"];

function cellAs(kind: Kind, cell: Cell, name: string): Cell | bigint {
  if (cell === null) return null;
  if (kind === "text") return String(cell);
  if (kind === "int64") return BigInt(cell);
  if (kind !== "double" || typeof cell === "number") return cell;
  if (notFinite.includes(String(cell))) return Number(cell);
  throw new Error(
    `cannot write ${name} ${cell} as a number: beyond ${Number.MAX_SAFE_INTEGER} it would be rounded; CAST(${name} AS VARCHAR) keeps it`,
  );
}
