import writeWorkbook, { type SheetData } from "write-excel-file/universal";
import { harmless } from "@yeelen/dataset/plain";
import type { DataTable } from "./data-table.ts";

/** A workbook for people: a sheet of figures, and one of what must be said beside them. */
export async function workbookOf({ columns, rows }: DataTable, notes: readonly string[]): Promise<Blob> {
  const figures: SheetData = [
    columns.map((value) => ({ value, type: String, fontWeight: "bold" as const })),
    ...rows.map((row) =>
      row.map((value) => {
        if (value === null) return null;
        return typeof value === "number" ? { value, type: Number } : { value: harmless(value), type: String };
      }),
    ),
  ];
  const said: SheetData = notes.map((note) => [{ value: harmless(note), type: String, wrap: true }]);
  return writeWorkbook([
    { data: figures, sheet: "Figures", stickyRowsCount: 1 },
    { data: said, sheet: "Notes", columns: [{ width: 100 }] },
  ]).toBlob();
}
