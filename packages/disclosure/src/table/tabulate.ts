import { crossTable } from "./crossTable.ts";
import type { CrossCell } from "./crossTable.ts";
import type { Columns, Value } from "../microdata/columns.ts";
import { codeColumns } from "../microdata/columns.ts";
import type { Table } from "./table.ts";

/**
 * Counts records by columns into a table with all its margins; every total is the code `T`. Nothing is hidden yet:
 * pass the table to `protect`. A record with a blank counts under the code `unknown`.
 */
export function tabulate(columns: Columns, names: readonly string[], k: number): Table {
  const coded = codeColumns(columns, names);
  const words = coded.map(({ values }) =>
    values.map((value: Value) => (value === null ? "unknown" : String(value))),
  );
  for (const [d, list] of words.entries()) {
    if (list.slice(1).some((word) => word === "T" || word === "unknown"))
      throw new Error(`code already taken: ${names[d]} has T or unknown; rename it`);
  }
  const used = coded.map(({ codes }, d) => (codes.includes(0) ? words[d]! : words[d]!.slice(1)).toSorted());
  const counts = new Map<string, { at: string[]; value: number }>();
  const fill = (at: string[]): void => {
    if (at.length === names.length) {
      counts.set(at.join("\u0000"), { at, value: 0 });
      return;
    }
    for (const code of ["T", ...used[at.length]!]) fill([...at, code]);
  };
  fill([]);
  const masks = 1 << names.length;
  for (let i = 0; i < coded[0]!.codes.length; i++) {
    const own = coded.map(({ codes }, d) => words[d]![codes[i]!]!);
    for (let mask = 0; mask < masks; mask++)
      counts.get(own.map((code, d) => (mask & (1 << d) ? "T" : code)).join("\u0000"))!.value++;
  }
  const cells = Array.from(counts.values(), ({ at, value }): CrossCell => ({
    at,
    value,
    status: "published",
  }));
  return crossTable(
    k,
    names.map((name, d) => ({ name, codes: ["T", ...used[d]!], parts: { T: used[d]! } })),
    cells,
  );
}
