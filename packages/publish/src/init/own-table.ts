import {
  absences,
  codeLists,
  dimensions,
  observationColumns,
  specialCounterparts,
  TOTAL,
  type Dimension,
} from "@yeelen/dataset";
import { InputError } from "../errors.ts";
import { countryOfIso2, countryOfIso3, countryOfM49, countryOfName } from "../import/country.ts";
import { columnKey } from "../tables/collect.ts";
import { cellFault, placeText, shownCell, tableFault, type Place } from "../tables/fault.ts";
import { readTable, type ReadTable, type TableFile } from "../tables/read-table.ts";
import { csvText } from "../tables/csv-text.ts";
import { looksLikeThousands, numberFault } from "./number-fault.ts";

/** How a table's own columns are read: ours by theirs, and those that are not to be published. */
export interface ColumnChoice {
  readonly as: ReadonlyMap<string, string>;
  readonly leaveOut: readonly string[];
  /** Indicator of every row, where the table has no such column. */
  readonly indicator: string;
  /** The sheet of a workbook, where several could be meant. */
  readonly sheet?: string | undefined;
  /** Whether figures such as 1.234 are meant as fractions: if not, they are refused as thousands. */
  readonly fractions?: boolean;
}

export interface TidyTable {
  readonly text: string;
  readonly rows: number;
  readonly indicators: readonly string[];
  readonly codes: Partial<Record<Dimension, string[]>>;
  readonly period: readonly [number, number];
  /** What to tell of how the file was read, a sentence each. */
  readonly remarks: readonly string[];
}

type Row = Record<string, string>;

/**
 * Turns a table with country names, labels and columns of its own into our columns and codes. A column that is neither
 * known nor left out by name is refused: nothing is published by accident. Throws `InputError`.
 */
export function tidyTable(file: TableFile, choice: ColumnChoice): TidyTable {
  const theirs = (ours: string) => [...choice.as].find(([, column]) => column === ours)?.[0] ?? ours;
  const required = ["area", "period", "value"].map(theirs);
  const table = readTable(file, { required, orFirst: true }, { sheet: choice.sheet });
  const columns = mapColumns(table, choice);
  const rows = table.rows.map(({ row, cells }) =>
    tidyRow(cells, columns, { place: { ...table.place, row }, names: table.columns }, choice.indicator),
  );
  refuseTwice(rows, table);
  if (choice.fractions !== true) refuseThousands(rows, table, columns);
  const used = observationColumns.filter((column) =>
    rows.some((row) => row[column] !== undefined && row[column] !== ""),
  );
  const kept = observationColumns.filter((column) => used.includes(column) || column === "value");
  const years = rows.map((row) => Number(row["period"]));
  const values = (column: string) => [...new Set(rows.map((row) => row[column] ?? ""))].sort();
  return {
    text: csvText(
      kept,
      rows.map((row) => kept.map((column) => row[column])),
    ),
    remarks: table.remarks,
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

function mapColumns(
  { columns: header, headerRow, place }: ReadTable,
  { as, leaveOut }: ColumnChoice,
): (string | null)[] {
  const known: readonly string[] = observationColumns;
  const { file } = place;
  const own = new Map([...as].map(([theirs, ours]) => [columnKey(theirs), ours]));
  const out = leaveOut.map(columnKey);
  const keys = header.map(columnKey);
  const absent = [...as.keys(), ...leaveOut].find((column) => !keys.includes(columnKey(column)));
  if (absent !== undefined)
    throw new InputError(`${file}: no column ${absent}; expected one of ${header.join(", ")}`);
  const top = { ...place, row: headerRow };
  const columns = header.map((name) => {
    const key = columnKey(name);
    if (out.includes(key)) return null;
    const column = own.get(key) ?? key;
    if (known.includes(column) && column !== "dataset") return column;
    throw tableFault(
      top,
      `column ${shownCell(name)} is not one of ${known.slice(1).join(", ")}; say --column ${quotedForShell(name)}=<one of these>, or --leave-out ${quotedForShell(name)}`,
    );
  });
  const missing = ["area", "period", "value"].find((column) => !columns.includes(column));
  if (missing !== undefined)
    throw tableFault(top, `no column is read as ${missing}; say --column <yours>=${missing}`);
  const twice = columns.find((column, index) => column !== null && columns.indexOf(column) !== index);
  if (twice) throw tableFault(top, `two columns are read as ${twice}; leave one out`);
  return columns;
}

function quotedForShell(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `'${name}'`;
}

interface RowPlace {
  readonly place: Place;
  /** The table's own names of columns, which errors use. */
  readonly names: readonly string[];
}

function tidyRow(
  cells: readonly string[],
  columns: readonly (string | null)[],
  { place, names }: RowPlace,
  indicator: string,
): Row {
  const row: Row = { indicator };
  columns.forEach((column, index) => {
    const cell = (cells[index] ?? "").trim();
    if (column !== null) row[column] = codeOf(column, cell, { ...place, column: names[index] ?? column });
  });
  if (row["value"] === "" && !row["absence"]) row["absence"] = "not-reported";
  const [value = "", low = "", high = "", absence = ""] = ["value", "low", "high", "absence"].map(
    (column) => row[column] ?? "",
  );
  if (value !== "" && absence !== "")
    throw cellFault(
      { ...place, column: "value" },
      value,
      `a value or the reason for its absence, never both: absence says ${shownCell(absence)}; clear one of them`,
    );
  if (absence === "suppressed" && !(low !== "" && high !== "" && Number(low) < Number(high)))
    throw cellFault(
      { ...place, column: "low" },
      low,
      "the range of a suppressed figure, low below high; fill in both columns",
    );
  return row;
}

/** One row for each key: the same figure twice is no other figure, two figures for one key are no figure at all. */
function refuseTwice(rows: readonly Row[], { rows: read, place }: ReadTable): void {
  const first = new Map<string, number>();
  rows.forEach((row, index) => {
    const key = ["indicator", "area", "period", ...dimensions]
      .map((column) => row[column] || TOTAL)
      .join("|");
    const before = first.get(key);
    if (before === undefined) return void first.set(key, index);
    const alike = ["value", "low", "high", "absence"].every(
      (column) => row[column] === rows[before]?.[column],
    );
    throw new InputError(
      `${placeText(place)}, rows ${read[before]?.row} and ${read[index]?.row}: the same key twice, ${alike ? "with the same figure" : "with different figures"}: ${key.replaceAll("|", ", ")}; expected one row for each key; ${alike ? "delete one" : "keep the one that is right"}`,
    );
  });
}

function refuseThousands(
  rows: readonly Row[],
  { rows: read, place, columns: names }: ReadTable,
  columns: readonly (string | null)[],
): void {
  for (const column of ["value", "low", "high"]) {
    const cells = rows.map((row) => row[column] ?? "");
    if (!looksLikeThousands(cells)) continue;
    const at = cells.findIndex((cell) => cell.includes("."));
    const cell = cells[at] ?? "";
    throw cellFault(
      { ...place, row: read[at]?.row, column: names[columns.indexOf(column)] ?? column },
      cell,
      `a whole number: it most likely means ${cell.replace(".", "")}; write it so, without a point, or say --fractions if it is a little more than ${cell.split(".")[0]}`,
    );
  }
}

function codeOf(column: string, cell: string, where: Place): string {
  if (column === "area")
    return areaCode(cell) ?? fail(where, cell, "a country's ISO 3166-1 code, M49 number or English name");
  if (column === "counterpart") {
    if (cell === "" || cell in specialCounterparts) return cell;
    return (
      areaCode(cell) ??
      fail(where, cell, `a country, or one of ${Object.keys(specialCounterparts).join(", ")}`)
    );
  }
  if (column === "sex" || column === "age" || column === "exploitation") return listed(column, cell, where);
  if (column === "period" && !/^(?:19\d\d|20\d\d|2100)$/.test(cell))
    return fail(where, cell, "a year of four digits from 1900 to 2100, such as 2018");
  if (column === "indicator" && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(cell))
    return fail(where, cell, "lower-case letters, digits and hyphens, such as victims-detected");
  if (["value", "low", "high"].includes(column) && cell !== "") {
    const expected = numberFault(cell);
    if (expected !== null) return fail(where, cell, expected);
  }
  if (column === "absence" && cell !== "" && !(absences as readonly string[]).includes(cell))
    return fail(where, cell, `one of ${absences.join(", ")}, or nothing`);
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

function listed(column: "sex" | "age" | "exploitation", cell: string, where: Place): string {
  if (cell === "") return TOTAL;
  const codes = Object.entries(codeLists[column]);
  const found = codes.find(([code, label]) =>
    [code, label].some((text) => text.toLowerCase() === cell.toLowerCase()),
  );
  return (
    found?.[0] ?? fail(where, cell, `one of ${codes.map(([code, label]) => `${code} (${label})`).join(", ")}`)
  );
}

function fail(where: Place, cell: string, expected: string): never {
  throw cellFault(where, cell, expected);
}
