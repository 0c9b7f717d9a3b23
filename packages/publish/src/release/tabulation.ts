import { existsSync } from "node:fs";
import { join } from "node:path";
import { dimensions } from "@yeelen/dataset";
import type { Column, Columns } from "@yeelen/disclosure";
import { z } from "zod";
import { InputError } from "../errors.ts";
import { readJson } from "./read-json.ts";
import type { Dataset } from "./workspace.ts";

const tableColumns = ["area", "period", ...dimensions] as const;

/** A column of a table, by the column of the records it is counted from. */
const CountedColumn = z.strictObject({
  column: z.string().min(1),
  /** The table's code for each word of the records; the words themselves, if left out. */
  codes: z.record(z.string(), z.string()).optional(),
  /** The code of the sum over all others; no sum, if left out. */
  total: z.string().optional(),
});

/** `tabulation.json`: how a table is counted from records. */
export const Tabulation = z.strictObject({
  indicator: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** The column of the records that tells persons apart: each figure counts a person once. `null`: each record is a person. */
  person: z.string().min(1).nullable(),
  columns: z.partialRecord(z.enum(tableColumns), CountedColumn),
});
export type Tabulation = z.infer<typeof Tabulation>;

/** Reads `tabulation.json` beside `dataset.json`: without it no audit can relate records and tables. */
export async function readTabulation(dataset: Dataset): Promise<Tabulation> {
  const name = `sources/${dataset.id}/tabulation.json`;
  const path = join(dataset.folder, "tabulation.json");
  if (!existsSync(path))
    throw new InputError(
      `missing file: ${name}; records and tables of one register are published together, and only this says how the tables were counted from the records`,
    );
  return readJson(path, Tabulation, name);
}

/** Records with the table's columns and codes in the place of their own; a blank stays one, other columns are left out. */
export function inTermsOfTables(records: Columns, { indicator, columns }: Tabulation): Columns {
  const [first] = Object.values(records);
  const entries: (readonly [string, (string | null)[]])[] = Object.entries(columns).flatMap(
    ([name, { column, codes }]) => {
      const own = records[column];
      return own === undefined ? [] : [[name, coded(own, column, codes)] as const];
    },
  );
  return Object.fromEntries([["indicator", new Array(first?.length ?? 0).fill(indicator)], ...entries]);
}

/** The table's code for each record's word. Throws `InputError` for a word that has none. */
export function coded(
  own: Column,
  column: string,
  codes: Readonly<Record<string, string>> | undefined,
): (string | null)[] {
  return Array.from(own as ArrayLike<unknown>, (value, index) => {
    if (value === null || value === undefined || value === "") return null;
    const word = String(value);
    if (codes === undefined) return word;
    if (Object.hasOwn(codes, word)) return codes[word] ?? null;
    // the word itself may be what must not be known
    throw new InputError(
      `record ${index + 1}, column ${column}: its word has no code in tabulation.json; expected one of ${Object.keys(codes).join(", ")}`,
    );
  });
}
