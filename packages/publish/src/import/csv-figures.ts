import type { Importer } from "./importer.ts";
import { ObservationSet } from "./observations.ts";
import { releaseId } from "./release-id.ts";
import { sourceTable, type ColumnRequest, type TableRow } from "./table.ts";
import { Tally } from "./tally.ts";

/** A comma-separated file of figures: who publishes it, the columns it must have, and what becomes of a row. */
export interface CsvFigures extends Omit<Importer, "read">, ColumnRequest {
  /** Adds the figure of one row to the set; else the reason why the row is left out. */
  readonly addRow: (row: TableRow, set: ObservationSet, tally: Tally) => string | null;
  /** What a reader of the figures should know of the source, a sentence each. */
  readonly remarks?: readonly string[];
}

/** An importer of comma-separated files in which each row holds one figure at most. */
export function csvFigures({
  addRow,
  remarks = [],
  columns,
  optional = [],
  ...source
}: CsvFigures): Importer {
  return {
    ...source,
    read(file) {
      const { release, remark } = releaseId({ given: file.release, path: file.path });
      const table = sourceTable(file, { columns, optional });
      const tally = new Tally();
      const set = new ObservationSet(source.id, tally);
      for (const row of table.rows) {
        tally.row();
        const problem = addRow(row, set, tally);
        if (problem !== null) tally.leaveOut(problem);
      }
      return { release, observations: set.observations(), tally, remarks: [remark, ...remarks] };
    },
  };
}
