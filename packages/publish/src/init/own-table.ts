import {
  codeLists,
  dimensions,
  observationColumns,
  specialCounterparts,
  TOTAL,
  type Dimension,
} from "@yeelen/dataset";
import { parse } from "csv-parse/sync";
import { InputError, oneLine } from "../errors.ts";
import { countryOfIso2, countryOfIso3, countryOfM49, countryOfName } from "../import/country.ts";
import { escapeCell } from "./escape-cell.ts";

/** How a table's own columns are read: ours by theirs, and those that are not to be published. */
export interface ColumnChoice {
  readonly as: ReadonlyMap<string, string>;
  readonly leaveOut: readonly string[];
  /** Indicator of every row, where the table has no such column. */
  readonly indicator: string;
}

export interface TidyTable {
  readonly text: string;
  readonly rows: number;
  readonly indicators: readonly string[];
  readonly codes: Partial<Record<Dimension, string[]>>;
  readonly period: readonly [number, number];
}

type Row = Record<string, string>;

/**
 * Turns a table with country names, labels and columns of its own into our columns and codes. A column that is neither
 * known nor left out by name is refused: nothing is published by accident. Throws `InputError`.
 */
export function tidyTable(text: string, name: string, choice: ColumnChoice): TidyTable {
  const lines = parseRows(text, name);
  const columns = mapColumns(lines[0] ?? [], name, choice);
  const rows = lines
    .slice(1)
    .map((line, index) => tidyRow(line, columns, `${name}, row ${index + 2}`, choice.indicator));
  if (rows.length === 0) throw new InputError(`${name}: no rows; expected one for each figure`);
  const used = observationColumns.filter((column) =>
    rows.some((row) => row[column] !== undefined && row[column] !== ""),
  );
  const kept = observationColumns.filter((column) => used.includes(column) || column === "value");
  const years = rows.map((row) => Number(row["period"]));
  const values = (column: string) => [...new Set(rows.map((row) => row[column] ?? ""))].sort();
  return {
    text: [kept, ...rows.map((row) => kept.map((column) => escapeCell(row[column] ?? "")))]
      .map((cells) => `${cells.join(",")}\n`)
      .join(""),
    rows: rows.length,
    indicators: values("indicator"),
    codes: Object.fromEntries(
      dimensions
        .map((dimension) => [dimension, values(dimension).filter((code) => code !== "")] as const)
        .filter(([, codes]) => codes.some((code) => code !== TOTAL))
        .map(([dimension, codes]) => [
          dimension,
          dimension === "counterpart" ? [] : [TOTAL, ...codes.filter((code) => code !== TOTAL)],
        ]),
    ),
    period: [Math.min(...years), Math.max(...years)],
  };
}

function parseRows(text: string, name: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true });
  } catch (cause) {
    throw new InputError(`${name}: ${oneLine(cause)}`, { cause });
  }
}

function mapColumns(
  header: readonly string[],
  name: string,
  { as, leaveOut }: ColumnChoice,
): (string | null)[] {
  const known: readonly string[] = observationColumns;
  const absent = [...as.keys(), ...leaveOut].find((column) => !header.includes(column));
  if (absent !== undefined)
    throw new InputError(`${name}: no column ${absent}; expected one of ${header.join(", ")}`);
  const columns = header.map((own) => {
    if (leaveOut.includes(own)) return null;
    const column = as.get(own) ?? own.trim().toLowerCase();
    if (known.includes(column) && column !== "dataset") return column;
    throw new InputError(
      `${name}, row 1: column ${JSON.stringify(own)} is not one of ${known.slice(1).join(", ")}; say --column ${own}=<one of these>, or --leave-out ${own}`,
    );
  });
  const missing = ["area", "period", "value"].find((column) => !columns.includes(column));
  if (missing !== undefined)
    throw new InputError(`${name}, row 1: no column is read as ${missing}; say --column <yours>=${missing}`);
  const twice = columns.find((column, index) => column !== null && columns.indexOf(column) !== index);
  if (twice) throw new InputError(`${name}, row 1: two columns are read as ${twice}; leave one out`);
  return columns;
}

function tidyRow(
  line: readonly string[],
  columns: readonly (string | null)[],
  where: string,
  indicator: string,
): Row {
  const row: Row = { indicator };
  columns.forEach((column, index) => {
    const cell = (line[index] ?? "").trim();
    if (column !== null) row[column] = codeOf(column, cell, where);
  });
  if (row["value"] === "" && !row["absence"]) row["absence"] = "not-reported";
  return row;
}

function codeOf(column: string, cell: string, where: string): string {
  if (column === "area")
    return (
      areaCode(cell) ?? fail(where, column, cell, "a country's ISO 3166-1 code, M49 number or English name")
    );
  if (column === "counterpart") {
    if (cell === "" || cell in specialCounterparts) return cell;
    return (
      areaCode(cell) ??
      fail(where, column, cell, `a country, or one of ${Object.keys(specialCounterparts).join(", ")}`)
    );
  }
  if (column === "sex" || column === "age" || column === "exploitation") return listed(column, cell, where);
  if (column === "period" && !/^\d{4}$/.test(cell)) return fail(where, column, cell, "a year such as 2018");
  if (column === "indicator" && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(cell))
    return fail(where, column, cell, "lower-case letters, digits and hyphens, such as victims-detected");
  if (["value", "low", "high"].includes(column) && !/^((0|[1-9]\d*)(\.\d+)?)?$/.test(cell))
    return fail(
      where,
      column,
      cell,
      "a plain number, or nothing; a small number that is hidden is an empty value with low, high and absence suppressed",
    );
  return cell;
}

function areaCode(cell: string): string | null {
  return (
    countryOfIso3(cell.toUpperCase()) ??
    countryOfName(cell) ??
    countryOfM49(cell) ??
    countryOfIso2(cell.toUpperCase())
  );
}

function listed(column: "sex" | "age" | "exploitation", cell: string, where: string): string {
  if (cell === "") return TOTAL;
  const codes = Object.entries(codeLists[column]);
  const found = codes.find(([code, label]) =>
    [code, label].some((text) => text.toLowerCase() === cell.toLowerCase()),
  );
  return (
    found?.[0] ??
    fail(where, column, cell, `one of ${codes.map(([code, label]) => `${code} (${label})`).join(", ")}`)
  );
}

function fail(where: string, column: string, cell: string, expected: string): never {
  throw new InputError(
    `${where}, column ${column}: ${cell === "" ? "(empty)" : JSON.stringify(cell)}; expected ${expected}`,
  );
}
