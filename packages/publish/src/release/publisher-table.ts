import { dimensions, TOTAL, type Dimension, type Indicator, type Observation } from "@yeelen/dataset";
import { Table } from "@yeelen/disclosure";

export type PublisherRow = Pick<
  Observation,
  "indicator" | "area" | "period" | "value" | "low" | "high" | "absence" | Dimension
>;

/**
 * What a reader takes the printed parts of a total for. `certain`: no more than the total, and all of it only where
 * every code of the dimension is printed. `likely`: all of it wherever both or more parts are printed.
 */
export type Reading = "certain" | "likely";

/** Parts of a total, found as a reader finds them. */
interface Parts {
  readonly cells: readonly string[];
  readonly complete: boolean;
}

/**
 * A publisher's cells and what a reader can relate them by: totals and their parts over each dimension, and the same
 * cell in `linked` indicators. A hidden cell must keep the whole range that it was printed as. Absent cells, and figures
 * that are no whole counts, are no part of it.
 */
export function publisherTable(
  rows: readonly PublisherRow[],
  indicators: readonly Indicator[],
  linked: readonly (readonly string[])[],
  reading: Reading,
): Table {
  const counted = rows.filter(isCount);
  const most = counted.reduce((high, row) => Math.max(high, isHidden(row) ? (row.high ?? 0) : 0), 1);
  const table = new Table(most + 1);
  for (const row of counted) table.addCell(cellOf(row));
  const codes = new Map(indicators.map(({ id, codes: own }) => [id, own]));
  const counterparts = [...new Set(counted.map(({ counterpart }) => counterpart))].sort();
  for (const row of counted)
    for (const dimension of dimensions) {
      const list = codes.get(row.indicator)?.[dimension];
      // a list of countries is open: nobody can know that all of them are printed
      if (list !== undefined) addParts(table, row, dimension, list.length > 0 ? list : counterparts, list.length > 0, reading); // prettier-ignore
    }
  for (const group of linked) addLinks(table, counted, group);
  return table;
}

/** The name of a cell in a report. */
export function publisherKey(row: Omit<PublisherRow, "value" | "low" | "high" | "absence">): string {
  const named = ["indicator", "area", "period", ...dimensions] as const;
  return named.map((column) => `${column}=${row[column]}`).join("|");
}

export function isHidden(row: PublisherRow): boolean {
  return row.absence === "suppressed";
}

function isCount(row: PublisherRow): boolean {
  const whole = (value: number | null) => value !== null && Number.isSafeInteger(value) && value >= 0;
  return isHidden(row) ? whole(row.low) && whole(row.high) : whole(row.value);
}

function cellOf(row: PublisherRow) {
  const key = publisherKey(row);
  if (!isHidden(row)) return { key, value: row.value, status: "published" as const, sensitive: false };
  const [low, high] = [row.low ?? 0, row.high ?? 0];
  return { key, value: null, status: "hidden" as const, low, high, needs: [low, high] as const };
}

function addParts(
  table: Table,
  row: PublisherRow,
  dimension: Dimension,
  list: readonly string[],
  closed: boolean,
  reading: Reading,
): void {
  if (row[dimension] !== TOTAL) return;
  const { cells, complete } = partsOf(table, row, dimension, list);
  if (cells.length === 0) return;
  const total = publisherKey(row);
  const all = (closed && complete) || (reading === "likely" && cells.length > 1);
  const terms = [[total, -1] as const, ...cells.map((key) => [key, 1] as const)];
  const sign = all ? "=" : "≥";
  table.addRelation(`${total} ${sign} its parts by ${dimension}`, terms, all ? 0 : -Infinity, 0);
}

function partsOf(table: Table, row: PublisherRow, dimension: Dimension, list: readonly string[]): Parts {
  const keys = list
    .filter((code) => code !== TOTAL)
    .map((code) => [
      publisherKey({ ...row, [dimension]: code }),
      // persons of unknown sex are printed as of unknown age too
      ...(code === "U" && row.sex === TOTAL && row.age === TOTAL
        ? [publisherKey({ ...row, sex: "U", age: "U" })]
        : []),
    ])
    .map((candidates) => candidates.find((key) => table.has(key)));
  const cells = keys.filter((key) => key !== undefined);
  return { cells, complete: cells.length > 0 && cells.length === keys.length };
}

function addLinks(table: Table, rows: readonly PublisherRow[], [first, ...others]: readonly string[]): void {
  if (first === undefined) return;
  const chain = [first, ...others];
  for (const row of rows) {
    const at = chain.indexOf(row.indicator);
    for (const other of at === -1 ? [] : chain.slice(at + 1)) {
      const [here, there] = [publisherKey(row), publisherKey({ ...row, indicator: other })];
      if (table.has(there)) table.addRelation(`${here} is ${other}`, [[here, 1], [there, -1]], 0, 0); // prettier-ignore
    }
  }
}
