import { TableError } from "../table/cell.ts";
import type { Table } from "../table/table.ts";
import { codesAt } from "../table/crossTable.ts";
import type { TablePolicy } from "./policy.ts";
import { isNamedTotal } from "./totalWords.ts";

/** How unlikely, in bits, sums must be by chance before they are taken for a rule. */
const SURE = 20;
/** How many partial sums are tried for one code. */
const TRIES = 20_000;

/** The figures of one dimension: for each code one number a line, the lines in the same order. */
type Lines = ReadonlyMap<string, readonly number[]>;

/**
 * Refuses a code that is the sum of others while the policy does not say so: no sum over it would be attacked. A code is
 * a total by its name, in any language of this project, or where it is the sum of others in so many lines that it
 * cannot be chance.
 *
 * @throws TableError that names the dimension and the code, never a figure
 */
export function refuseUndeclaredTotals(
  table: Table,
  policy: TablePolicy,
  codes: ReadonlyMap<string, readonly string[]>,
): void {
  for (const [name, { total, parts = {}, notTotals = [] }] of Object.entries(policy.dimensions)) {
    const all = codes.get(name) ?? [];
    if (all.length < 2) continue;
    const related = policy.relations.flatMap((relation) => relation.total[name] ?? []);
    const declared = new Set([...(total === undefined ? [] : [total]), ...Object.keys(parts), ...related]);
    const open = all.filter((code) => !declared.has(code));
    const named = open.find((code) => isNamedTotal(code) && !notTotals.includes(code));
    if (named !== undefined) throw undeclared(name, named, "its name says that it is a total");
    const lines = linesOf(table, name, open);
    const summed = open.find((code) => !notTotals.includes(code) && isSum(lines, code));
    if (summed !== undefined)
      throw undeclared(name, summed, "its figures are sums of those of other codes throughout");
  }
}

function undeclared(name: string, code: string, why: string): TableError {
  return new TableError(
    `undeclared total: ${name} has ${code}, and ${why}; declare it as dimensions.${name}.total or in parts, or if it is none, list it in dimensions.${name}.notTotals`,
  );
}

// Only lines in which every code has a known figure: one that is missing could be anything.
function linesOf(table: Table, name: string, codes: readonly string[]): Lines {
  const groups = new Map<string, Map<string, number>>();
  for (const { key, value } of table.cells) {
    const { [name]: code, ...rest } = codesAt(key);
    if (value === null || code === undefined) continue;
    const line = Object.entries(rest).join("|");
    const group = groups.get(line) ?? new Map<string, number>();
    groups.set(line, group.set(code, value));
  }
  const whole = [...groups.values()].filter((group) => codes.every((code) => group.has(code)));
  return new Map(codes.map((code) => [code, whole.map((group) => group.get(code)!)]));
}

// A sum of at least two codes that are not empty, in every line; the larger the figures, the less it is chance.
function isSum(lines: Lines, code: string): boolean {
  const own = lines.get(code)!;
  const candidates = [...lines]
    .filter(([other, values]) => other !== code && values.some((value) => value > 0))
    .map(([, values]) => values)
    .filter((values) => values.every((value, line) => value <= own[line]!))
    .toSorted((a, b) => sum(b) - sum(a));
  const bits = own.reduce((bits, value) => bits + Math.log2(value + 1), 0);
  if (candidates.length < 2) return false;
  if (bits >= SURE && own.every((value, line) => value === sum(candidates.map((one) => one[line]!))))
    return true;
  return bits - candidates.length >= SURE && hasPartialSum(own, candidates);
}

function hasPartialSum(own: readonly number[], candidates: readonly (readonly number[])[]): boolean {
  // What all candidates from here on could add at most, by line.
  const reach = candidates.map((_, from) =>
    own.map((_, line) => sum(candidates.slice(from).map((one) => one[line]!))),
  );
  let tries = 0;
  const search = (left: readonly number[], from: number, taken: number): boolean => {
    if (left.every((value) => value === 0)) return taken >= 2;
    if (from === candidates.length || ++tries > TRIES) return false;
    if (left.some((value, line) => value > reach[from]![line]!)) return false;
    const next = left.map((value, line) => value - candidates[from]![line]!);
    return (
      (next.every((value) => value >= 0) && search(next, from + 1, taken + 1)) ||
      search(left, from + 1, taken)
    );
  };
  return search(own, 0, 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
