import { dimensions, observationColumns, TOTAL } from "@yeelen/dataset";
import { columnKey } from "../tables/collect.ts";
import { cellFault, shownCell, tableFault } from "../tables/fault.ts";
import { observationRules, type ObservationRule, type RuleContext } from "./observation-rules.ts";
import { sourceTable, type SourceTable } from "./source-table.ts";
import { identifier, literal, type Store } from "./store.ts";

/** Columns that name a cell: no two rows agree in all of them, and every file is ordered by them. */
export const keyColumns = ["dataset", "indicator", "area", "period", ...dimensions] as const;

const required = ["indicator", "area", "period", "value"];
const types: Record<string, string> = { period: "INTEGER", value: "DOUBLE", low: "DOUBLE", high: "DOUBLE" };

export interface ReadObservations extends RuleContext {
  readonly path: string;
  /** What errors call the file. */
  readonly name: string;
  readonly table: string;
  /** Whether figures are still to be hidden: errors then name the row and column, never what stands there. */
  readonly secret?: boolean;
}

/**
 * Reads a tidy table into `table` of the store, checked row by row and ordered by its key, streaming.
 * Columns may come in any order; `dataset`, the dimensions (at their total), `low`, `high`, `absence`, `note`
 * may be left out. Throws `InputError` naming file, row, column, value and what is expected. Returns the rows read.
 */
export async function readObservations(store: Store, request: ReadObservations): Promise<number> {
  const { path, name, table } = request;
  const source = await sourceTable(store, path, name, {
    required,
    orFirst: true,
    confidential: request.secret === true,
  });
  checkColumns(source.columns, name);
  const tidy = `(SELECT line, ${observationColumns.map((column) => tidyColumn(column, source, request.dataset)).join(", ")} FROM ${source.numbered})`;
  const read = await checkRules(store, tidy, observationRules(request), request);
  await store.run(
    `CREATE TABLE ${table} AS SELECT ${observationColumns.map(typedColumn).join(", ")} FROM ${tidy} ORDER BY ${keyColumns.join(", ")}`,
  );
  await checkKeys(store, table, tidy, name);
  return read;
}

function checkColumns(columns: readonly string[], name: string): void {
  const known: readonly string[] = observationColumns;
  const unknown = columns.find((column) => !known.includes(columnKey(column)));
  const missing = required.find((column) => !columns.map(columnKey).includes(column));
  const header = { file: name, row: 1 };
  if (unknown !== undefined)
    throw tableFault(header, `unknown column ${shownCell(unknown)}; expected ${known.join(", ")}`);
  if (missing !== undefined)
    throw tableFault(header, `column ${missing} is missing; the header is ${columns.join()}`);
}

function tidyColumn(column: string, source: SourceTable, dataset: string): string {
  const given = source.columns.map(columnKey).includes(column);
  const name = identifier(column);
  if (column === "dataset")
    return `${given ? `coalesce(dataset, ${literal(dataset)})` : literal(dataset)} AS dataset`;
  if ((dimensions as readonly string[]).includes(column))
    return `${given ? `coalesce(${name}, ${literal(TOTAL)})` : literal(TOTAL)} AS ${name}`;
  return given ? name : `NULL::VARCHAR AS ${name}`;
}

function typedColumn(column: string): string {
  if (column === "low" || column === "high") return `coalesce(${column}, value)::DOUBLE AS ${column}`;
  if (column === "note") return "coalesce(note, '') AS note";
  return types[column] === undefined ? column : `${column}::${types[column]} AS ${column}`;
}

async function checkRules(
  store: Store,
  tidy: string,
  rules: readonly ObservationRule[],
  { name, secret }: ReadObservations,
) {
  const firsts = rules.map(
    ({ holds }, index) => `min(line) FILTER (NOT coalesce(${holds}, false)) AS r${index}`,
  );
  const [result] = await store.rows<Record<string, number | null>>(
    `SELECT count(*) AS read, ${firsts.join(", ")} FROM ${tidy}`,
  );
  const broken = rules
    .map((rule, index) => ({ rule, line: result?.[`r${index}`] ?? Infinity }))
    .reduce((first, other) => (other.line < first.line ? other : first));
  if (broken.line === Infinity) return result?.["read"] ?? 0;
  const { rule, line } = broken;
  const [row] = await store.rows<Record<string, string | null>>(`SELECT * FROM ${tidy} WHERE line = ${line}`);
  const value = row?.[rule.column] ?? null;
  const place = { file: name, row: line, column: rule.column };
  // what is still to be hidden must not end up in a log
  if (secret === true && ["value", "low", "high", "note"].includes(rule.column))
    throw tableFault(place, `expected ${rule.expected}`);
  throw cellFault(place, value ?? "", rule.expected);
}

async function checkKeys(store: Store, table: string, tidy: string, name: string): Promise<void> {
  const key = keyColumns.filter((column) => column !== "dataset");
  const [twice] = await store.rows<Record<string, string | number>>(
    `SELECT ${key.join(", ")} FROM (SELECT ${key.join(", ")}, lag(row(${key.join(", ")})) OVER () AS before FROM ${table}) WHERE row(${key.join(", ")}) = before LIMIT 1`,
  );
  if (!twice) return;
  const same = key.map((column) => `${column} = ${literal(String(twice[column]))}`).join(" AND ");
  const rows = await store.rows<{ line: number; figure: string }>(
    `SELECT line, concat_ws('|', value, low, high, absence) AS figure FROM ${tidy} WHERE ${same} ORDER BY line`,
  );
  const alike = new Set(rows.map(({ figure }) => figure)).size === 1;
  throw tableFault(
    { file: name },
    `rows ${rows.map(({ line }) => line).join(" and ")}: the same key twice, ${alike ? "with the same figure" : "with different figures"}: ${key.map((column) => `${column} ${twice[column]}`).join(", ")}; expected one row for each key; ${alike ? "delete all but one" : "keep the one that is right"}`,
  );
}
