import type { SqlResult } from "../engine.ts";

export type Kind = "boolean" | "int32" | "double" | "text";

export interface ResultColumn {
  readonly name: string;
  readonly kind: Kind;
  readonly cells: readonly (string | number | boolean | null)[];
}

/** A result column by column. Numbers stay numbers; whatever is not all of one kind is written as text. */
export function columnsOf({ columns, rows }: SqlResult): ResultColumn[] {
  return columns.map(({ name }, index) => {
    const cells = rows.map((row) => row[index] ?? null);
    const kind = kindOf(cells);
    return {
      name,
      kind,
      cells: kind === "text" ? cells.map((cell) => (cell === null ? null : String(cell))) : cells,
    };
  });
}

function kindOf(cells: ResultColumn["cells"]): Kind {
  const known = cells.filter((cell) => cell !== null);
  if (!known.length) return "text";
  if (known.every((cell) => typeof cell === "boolean")) return "boolean";
  if (!known.every((cell) => typeof cell === "number")) return "text";
  return known.every((cell) => Number.isInteger(cell) && Math.abs(cell) < 2 ** 31 && !Object.is(cell, -0))
    ? "int32"
    : "double";
}
