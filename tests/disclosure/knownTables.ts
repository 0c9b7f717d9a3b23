import { crossTable } from "../../packages/disclosure/src/index.ts";
import type { CrossCell, Table } from "../../packages/disclosure/src/index.ts";

/** The 4×4 table of sdcTable's documentation, with margins, and these cells (such as `wb`) hidden. */
export function fourByFour(hidden: readonly string[], k = 11): Table {
  const rows: Record<string, number[]> = {
    w: [30, 47, 64, 89],
    x: [90, 124, 5, 31],
    y: [92, 100, 59, 85],
    z: [800, 991, 651, 685],
  };
  const columns = ["a", "b", "c", "d"];
  const cells: CrossCell[] = [];
  const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
  for (const [row, values] of Object.entries(rows)) {
    values.forEach((value, c) => {
      const status = hidden.includes(`${row}${columns[c]}`) ? "hidden" : "published";
      cells.push({ at: [row, columns[c]!], value, status, sensitive: status === "hidden" && value < k });
    });
    cells.push({ at: [row, "T"], value: sum(values), status: "published" });
  }
  columns.forEach((column, c) => {
    const value = sum(Object.values(rows).map((values) => values[c]!));
    cells.push({ at: ["T", column], value, status: "published" });
  });
  cells.push({ at: ["T", "T"], value: sum(Object.values(rows).flat()), status: "published" });
  return crossTable(
    k,
    [
      { name: "row", codes: ["T", "w", "x", "y", "z"], parts: { T: ["w", "x", "y", "z"] } },
      { name: "column", codes: ["T", ...columns], parts: { T: columns } },
    ],
    cells,
  );
}

/** The pattern that a rule of thumb passes: every line hides none or two and more. */
export const RULE_OF_THUMB = ["wa", "wb", "xa", "xc", "yb", "yd", "zb", "zd"];
