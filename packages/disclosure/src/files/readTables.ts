import { TableError } from "../table/cell.ts";
import { addCrossTable, cellKey } from "../table/crossTable.ts";
import type { CrossCell, Dimension } from "../table/crossTable.ts";
import { addRatio } from "../table/ratio.ts";
import { Table } from "../table/table.ts";
import { missingWords, splitLabels } from "./labels.ts";
import { topOf } from "./tops.ts";
import type { TablePolicy } from "./policy.ts";
import { applyUncounted } from "./uncounted.ts";
import { readCell } from "./readCell.ts";
import type { Row } from "./readCell.ts";
import type { Violation } from "./report.ts";
import { markConcentrated } from "./concentration.ts";
import { refuseUndeclaredTotals } from "./undeclaredTotals.ts";

/** A table as a file in long format: one row a cell, every value still text. */
export interface TableFile {
  readonly name: string;
  readonly rows: readonly Row[];
  /** The number of each row in its file, for errors; rows are counted from 1, if left out. */
  readonly rowNumbers?: readonly number[];
}

/**
 * Files as one table of linked cells. A dimension that a file does not have stands at its total there, so that the
 * same figure has the same key in every file.
 *
 * @throws TableError for whatever is not a table: no rows, a cell twice, an unknown total, a value that is no count
 */
export function readTables(
  files: readonly TableFile[],
  policy: TablePolicy,
): { table: Table; violations: Violation[] } {
  if (files.length === 0) throw new TableError("no files: name at least one table");
  const table = new Table(policy.k);
  const violations: Violation[] = [];
  for (const { name, rows } of files)
    if (rows.length === 0) throw new TableError(`empty file: ${name} has no rows`);
  const codes = codesOf(files, policy);
  for (const file of files) {
    checkColumns(file, policy);
    const dimensions = dimensionsOf(file, policy, codes);
    const cells = file.rows.map((row, line) => crossCell(row, fileRow(file, line), dimensions, policy));
    if (policy.unlisted !== "unknown") fillUnlisted(cells, dimensions, file, policy);
    addCrossTable(table, dimensions, cells);
  }
  for (const file of files) addRatios(table, file, policy, codes);
  for (const { total, parts } of policy.relations)
    table.addSum(
      keyOf(total, policy, codes),
      parts.map((part) => keyOf(part, policy, codes)),
    );
  if (policy.policy === "enforce") refuseUndeclaredTotals(table, policy, codes);
  violations.push(...wordsOf(files, policy, codes));
  return { table: policy.policy === "enforce" ? markConcentrated(table, policy, codes) : table, violations };
}

/** The codes of each dimension over all files, those named only in the policy included. */
export type Codes = ReadonlyMap<string, readonly string[]>;

function codesOf(files: readonly TableFile[], policy: TablePolicy): Codes {
  return new Map(
    Object.entries(policy.dimensions).map(([name, { parts = {}, total }]) => {
      const seen = new Set(
        files.flatMap(({ rows }) => rows.flatMap((row) => (row[name] === undefined ? [] : [row[name]]))),
      );
      const anywhere = files.some(({ rows }) => rows[0]?.[name] !== undefined);
      if (!anywhere) throw new TableError(`dimension without a column: ${name}; no file has it`);
      // A file without the column stands at the total, so the total is there even if no file names it.
      const everywhere = files.every(({ rows }) => rows[0]?.[name] !== undefined);
      if (total !== undefined && everywhere && !seen.has(total))
        throw new TableError(`unknown total: ${name} has no code ${total} in any file`);
      for (const code of Object.keys(parts)) {
        const known = seen.has(code) || parts[code]!.some((part) => seen.has(part) || part in parts);
        if (!known)
          throw new TableError(`unknown total: ${name} has no code ${code} in any file, nor its parts`);
      }
      return [name, [...new Set([...seen, ...Object.keys(parts), ...Object.values(parts).flat()])]];
    }),
  );
}

function checkColumns({ name, rows }: TableFile, policy: TablePolicy): void {
  const { value, status, persons } = policy.columns;
  const columns = Object.keys(rows[0]!);
  const known = new Set([
    ...Object.keys(policy.dimensions),
    value,
    status,
    ...(persons === undefined ? [] : [persons]),
    ...policy.ratios.flatMap(({ column, denominator }) =>
      "column" in denominator ? [column, denominator.column] : [column],
    ),
  ]);
  const stray = columns.find((column) => !known.has(column));
  if (stray !== undefined)
    throw new TableError(
      `undeclared column: ${name} has ${stray}; declare it in the policy or leave it out of the file`,
    );
  if (!columns.includes(value)) throw new TableError(`missing column: ${name} has no ${value}`);
  if (!columns.some((column) => column in policy.dimensions))
    throw new TableError(`no dimension column: ${name}`);
}

function dimensionsOf({ name: file, rows }: TableFile, policy: TablePolicy, codes: Codes): Dimension[] {
  return Object.entries(policy.dimensions).map(([name, dimension]) => {
    if (rows[0]![name] === undefined) return { name, codes: [topOf(name, dimension, file)] };
    const { parts, total, repeats = false } = dimension;
    const all = codes.get(name)!;
    if (total !== undefined) {
      const own = new Set(rows.map((row) => row[name]!));
      // A file that does not print the total still has the other codes; one that prints only the total has no parts.
      const others = all.filter((code) => code !== total);
      return others.some((code) => own.has(code))
        ? { name, codes: all, parts: { [total]: others }, repeats }
        : { name, codes: [total] };
    }
    return { name, codes: all, ...(parts ? { parts, repeats } : {}) };
  });
}

/** `victims.csv, row 7` */
export function fileRow({ name, rowNumbers }: TableFile, line: number): string {
  return `${name}, row ${rowNumbers?.[line] ?? line + 1}`;
}

function crossCell(
  row: Row,
  place: string,
  dimensions: readonly Dimension[],
  policy: TablePolicy,
): CrossCell {
  const at = dimensions.map(({ name, codes }) => row[name] ?? codes[0]!);
  const where = `${place}, ${cellKey(
    dimensions.map(({ name }) => name),
    at,
  )}`;
  const codes = Object.fromEntries(dimensions.map(({ name }, d) => [name, at[d]!]));
  return { at, ...applyUncounted(readCell(row, where, policy), codes, where, policy) };
}

function fillUnlisted(
  cells: CrossCell[],
  dimensions: readonly Dimension[],
  { name, rows }: TableFile,
  policy: TablePolicy,
): void {
  const listed = dimensions.map((dimension) =>
    rows[0]![dimension.name] === undefined
      ? dimension.codes
      : [...new Set(rows.map((row) => row[dimension.name]!))],
  );
  const size = listed.reduce((product, { length }) => product * length, 1);
  if (size === cells.length) return;
  const seen = new Set(cells.map(({ at }) => at.join("\u0000")));
  const visit = (at: string[]): void => {
    if (at.length < listed.length) {
      for (const code of listed[at.length]!) visit([...at, code]);
      return;
    }
    if (seen.has(at.join("\u0000"))) return;
    if (policy.unlisted === "refuse")
      throw new TableError(
        `combination not listed: ${name} lacks ${cellKey(
          dimensions.map((one) => one.name),
          at,
        )}; list it, or set unlisted to zero or unknown`,
      );
    cells.push({ at, value: 0, status: "published" });
  };
  visit([]);
}

function addRatios(table: Table, { rows, name: file }: TableFile, policy: TablePolicy, codes: Codes): void {
  for (const { column, denominator, per, rounding } of policy.ratios) {
    if (rows[0]![column] === undefined) continue;
    for (const row of rows) {
      const value = row[column]!.trim();
      if (value === "") continue;
      const numerator = keyOf(row, policy, codes, file);
      const base =
        "column" in denominator
          ? Number(row[denominator.column])
          : keyOf({ ...row, ...denominator.at }, policy, codes, file);
      if (typeof base === "number" && !(Number.isSafeInteger(base) && base > 0))
        throw new TableError(`denominator is not a count: ${file}, ${numerator}; a whole number above 0`);
      addRatio(table, { numerator, denominator: base, value, per, ...(rounding ? { rounding } : {}) });
    }
  }
}

function keyOf(
  at: Readonly<Record<string, string>>,
  policy: TablePolicy,
  codes: Codes,
  file = "policy",
): string {
  const names = [...codes.keys()];
  return cellKey(
    names,
    names.map((name) => at[name] ?? topOf(name, policy.dimensions[name]!, file)),
  );
}

function wordsOf(files: readonly TableFile[], policy: TablePolicy, codes: Codes): Violation[] {
  const violations: Violation[] = [];
  for (const [name, all] of codes) {
    for (const group of splitLabels(all))
      violations.push({
        rule: "split-category",
        message: `one category written in ${group.length} ways: ${name}`,
        where: group,
      });
    const words = missingWords(all);
    if (words.length > 1)
      violations.push({
        rule: "missing-words",
        message: `missing written in ${words.length} ways: ${name}`,
        where: words,
      });
  }
  const markers = new Set<string>();
  for (const { rows } of files) {
    for (const row of rows) {
      const status = row[policy.columns.status] ?? "";
      const value = row[policy.columns.value]!.trim();
      if (value in policy.markers) markers.add(value);
      else if (policy.statuses.hidden.includes(status)) markers.add(status);
    }
  }
  if (policy.policy === "enforce" && markers.size > 1)
    violations.push({
      rule: "markers",
      message:
        "hidden cells are marked in more than one way, which tells small counts from the cells that cover them",
      where: [...markers],
    });
  return violations;
}
