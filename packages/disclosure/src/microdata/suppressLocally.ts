import { codeColumns, compareValues } from "./columns.ts";
import type { CodedColumn, Columns, Value } from "./columns.ts";
import { equivalenceClasses } from "./classes.ts";
import { LARGEST_SHARE, LEAST_VALUES } from "./lDiversity.ts";
import { onePerPerson, Persons } from "./persons.ts";
import { COMBINATIONS } from "./rareCombinations.ts";
import { blankRareCombinations } from "./blankRare.ts";
import { dropRareCombinations } from "./dropRare.ts";
import { columnSets, subsets } from "./columnSets.ts";
import { Grouping } from "./grouping.ts";
import type { ClassRule } from "./grouping.ts";

export interface SuppressionOptions {
  /** Columns by which somebody could be recognised. */
  readonly quasi: readonly string[];
  /** Columns that say what happened to a person. */
  readonly sensitive?: readonly string[];
  /** Other published columns. */
  readonly safe?: readonly string[];
  /** The column that tells persons apart: there will be one record for each. Left out, each record is a person. */
  readonly person?: string;
  /** Smallest class allowed (11 if left out). */
  readonly k?: number;
  /** Fewest values of a sensitive column in a class (2 if left out), and the largest share of one (0.9). */
  readonly leastValues?: number;
  readonly largestShare?: number;
  /** Combinations of up to so many columns must be common (4 if left out). */
  readonly combinations?: number;
  /** How much a blank costs, by column; 1 if left out. A column that matters more gets more. */
  readonly weights?: Readonly<Record<string, number>>;
}

/** What local suppression gives back, and what it cost. */
export interface Suppression {
  /** The records kept, as plain values, in an order that depends on published values alone. */
  readonly columns: Readonly<Record<string, Value[]>>;
  readonly records: number;
  /** Records left out, and their share of all: of the persons, if these are told apart. */
  readonly recordsLost: number;
  readonly shareOfRecordsLost: number;
  /** Cells blanked in the records kept, and their share of all such cells. */
  readonly cellsBlanked: number;
  readonly shareOfCellsBlanked: number;
  /** Cells blanked by column. */
  readonly blanked: Readonly<Record<string, number>>;
}

/**
 * Greedy local suppression: blanks as few quasi-identifiers as it can until every class has at least k records and
 * no class tells its sensitive value, a blank being a value of its own; drops the records for which nothing helps.
 *
 * Sets of columns are tried from the cheapest to the dearest; records whose class becomes large enough when these
 * columns are blanked stay so. Then combinations of a few published columns are made to occur 0 or ≥ k times.
 *
 * Where persons are told apart, the records of each become one first, as `onePerPerson` says.
 *
 * @throws TableError for records that say not whose they are
 */
export function suppressLocally(columns: Columns, options: SuppressionOptions): Suppression {
  const { quasi, sensitive = [], safe = [], person, k = 11 } = options;
  const names = [...quasi, ...sensitive, ...safe];
  const lines = codeColumns(columns, person === undefined ? names : [...names, person]).slice(
    0,
    names.length,
  );
  const coded =
    person === undefined ? lines : onePerPerson(lines, new Persons(columns[person]!).refuseUnmarked());
  const rule: ClassRule = {
    k,
    least: options.leastValues ?? LEAST_VALUES,
    share: options.largestShare ?? LARGEST_SHARE,
  };
  const { sets } = columnSets(names.length, options.combinations ?? COMBINATIONS);
  const working = coded.map(({ codes, values }) => ({ codes: codes.slice(), values }));
  const quasiColumns = working.slice(0, quasi.length);
  const sensitiveColumns = working.slice(quasi.length, quasi.length + sensitive.length);
  const weights = quasi.map((name) => options.weights?.[name] ?? 1);
  const kept = blankUntilSafe(quasiColumns, sensitiveColumns, rule, weights);
  blankRareCombinations(working, quasi.length, sets, kept, k, weights);
  dropRareCombinations(working, quasi.length, sensitive.length, sets, kept, rule);
  return report(names, coded, working, kept);
}

// Returns 1 for each record kept, 0 for each dropped.
function blankUntilSafe(
  quasi: readonly CodedColumn[],
  sensitive: readonly CodedColumn[],
  rule: ClassRule,
  weights: readonly number[],
): Uint8Array {
  const length = quasi[0]!.codes.length;
  const grouping = new Grouping(quasi, sensitive, rule);
  const kept = new Uint8Array(length).fill(1);
  let open = grouping.unsafe(equivalenceClasses(quasi));
  const cheapestFirst = blankSets(weights);
  for (const blanks of cheapestFirst) {
    if (open.length === 0) break;
    open = grouping.blank(open, blanks);
  }
  for (const record of open) kept[record] = 0;
  return kept;
}

// With many quasi-identifiers not all sets can be tried: then sets of up to two, and ever longer runs of the cheapest.
function blankSets(weights: readonly number[]): number[][] {
  const count = weights.length;
  const order = weights.map((_, c) => c).sort((a, b) => weights[a]! - weights[b]! || a - b);
  const sets = count <= 10 ? subsets(count, count) : [...subsets(count, 2), ...runs(order)];
  const cost = (set: readonly number[]): number => set.reduce((sum, c) => sum + weights[c]!, 0);
  return sets.sort((a, b) => cost(a) - cost(b) || a.length - b.length);
}

function runs(order: readonly number[]): number[][] {
  return order.slice(2).map((_, i) => order.slice(0, i + 3));
}

function report(
  names: readonly string[],
  before: readonly CodedColumn[],
  after: readonly CodedColumn[],
  kept: Uint8Array,
): Suppression {
  const rows = orderByValues(after, kept);
  const columns: Record<string, Value[]> = {};
  const blanked: Record<string, number> = {};
  let cellsBlanked = 0;
  names.forEach((name, c) => {
    const { codes, values } = after[c]!;
    columns[name] = Array.from(rows, (row) => values[codes[row]!] ?? null);
    let blanks = 0;
    for (const row of rows) if (codes[row] === 0 && before[c]!.codes[row] !== 0) blanks++;
    blanked[name] = blanks;
    cellsBlanked += blanks;
  });
  const recordsLost = kept.length - rows.length;
  return {
    columns,
    records: rows.length,
    recordsLost,
    shareOfRecordsLost: kept.length === 0 ? 0 : recordsLost / kept.length,
    cellsBlanked,
    shareOfCellsBlanked: rows.length === 0 ? 0 : cellsBlanked / (rows.length * names.length),
    blanked,
  };
}

/** Records kept, ordered by their published values only, so that the order of arrival is forgotten. */
export function orderByValues(columns: readonly CodedColumn[], kept: Uint8Array): Uint32Array {
  const ranks = columns.map(({ values }) => ranksOf(values));
  const rows = new Uint32Array(kept.reduce((sum, one) => sum + one, 0));
  let next = 0;
  for (let i = 0; i < kept.length; i++) if (kept[i]) rows[next++] = i;
  return rows.sort((a, b) => {
    for (let c = 0; c < columns.length; c++) {
      const { codes } = columns[c]!;
      const difference = ranks[c]![codes[a]!]! - ranks[c]![codes[b]!]!;
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** The place of each code when its values are sorted: missing first, then numbers, then words by code unit. */
export function ranksOf(values: readonly Value[]): Uint32Array {
  const order = values.map((_, code) => code).sort((a, b) => compareValues(values[a], values[b]));
  const ranks = new Uint32Array(values.length);
  order.forEach((code, rank) => (ranks[code] = rank));
  return ranks;
}
