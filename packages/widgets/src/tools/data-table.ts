import type { TimelineEvent } from "@yeelen/charts/timeline";
import type { Answer } from "@yeelen/dataset/plain";

export type DataCell = string | number | null;

/** The figures behind a chart as a program reads them: names of columns, then rows of exact numbers, codes and reasons. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly DataCell[])[];
}

/** A complete answer, events, or what has its table already. */
export type Complete = Answer | readonly TimelineEvent[] | { readonly table: DataTable };

export function dataTable(complete: Complete): DataTable {
  if ("table" in complete) return complete.table;
  if (!isAnswer(complete)) {
    const columns = ["area", "date", "end", "kind", "title", "detail"] as const;
    return { columns, rows: complete.map((event) => columns.map((name) => event[name] ?? null)) };
  }
  const columns = complete.columns.map(({ name }) => name);
  return {
    columns,
    rows: complete.rows.map((row) => {
      const cells = new Map<string, DataCell>(Object.entries(row));
      return columns.map((name) => cells.get(name) ?? null);
    }),
  };
}

function isAnswer(complete: Answer | readonly TimelineEvent[]): complete is Answer {
  return "rows" in complete;
}
