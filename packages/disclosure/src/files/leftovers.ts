import { codeColumn, isMissing, reader } from "../microdata/columns.ts";
import type { Columns, Value } from "../microdata/columns.ts";
import type { Violation } from "./report.ts";

/** What a columnar file holds besides its rows, as its reader gives it. */
export interface Leftovers {
  /** Dictionaries by column: all entries, used or not. */
  readonly dictionaries?: Readonly<Record<string, readonly Value[]>>;
  /** Statistics by column. */
  readonly statistics?: Readonly<
    Record<
      string,
      { readonly min?: Value; readonly max?: Value; readonly distinct?: number; readonly nulls?: number }
    >
  >;
  /** Key-value metadata of the file, its schema or its columns. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Metadata that tells nothing about records: names of the writer and the layout. */
const HARMLESS = new Set(["created_by", "writer", "format", "version"]);

/** What a file still says that its rows do not: a removed value in a dictionary, a statistic, a comment. */
export function leftoverViolations(
  columns: Columns,
  published: readonly string[],
  file: Leftovers,
): Violation[] {
  const violations: Violation[] = [];
  for (const [name, entries] of Object.entries(file.dictionaries ?? {})) {
    const used = columns[name] ? new Set(codeColumn(columns[name]).values) : new Set<Value>();
    const unused = entries.filter((entry) => !isMissing(entry) && !used.has(entry));
    if (unused.length > 0)
      violations.push({
        rule: "leftover-dictionary",
        message: `the dictionary of ${name} holds values that no row has`,
        where: unused.map(String),
      });
  }
  for (const [name, { min, max, distinct, nulls }] of Object.entries(file.statistics ?? {})) {
    const seen = columns[name] ? rangeOf(columns, name) : undefined;
    const wrong = [
      ["min", min, seen?.min],
      ["max", max, seen?.max],
      ["distinct", distinct, seen?.distinct],
      ["nulls", nulls, seen?.nulls],
    ].filter(([, told, own]) => told !== undefined && told !== own);
    if (wrong.length > 0)
      violations.push({
        rule: "statistics",
        message: `statistics of ${name} differ from its rows`,
        where: wrong.map(([word]) => String(word)),
      });
  }
  const stray = Object.keys(file.metadata ?? {}).filter((key) => !HARMLESS.has(key));
  const paths = Object.entries(file.metadata ?? {}).filter(([, value]) =>
    /[\\/](home|users|tmp|mnt|srv|data)[\\/]|^[a-z]:\\/i.test(value),
  );
  if (stray.length > 0 || paths.length > 0)
    violations.push({
      rule: "metadata",
      message: "the file carries metadata that is not part of its rows",
      where: [...new Set([...stray, ...paths.map(([key]) => key)])],
    });
  const strangers = Object.keys(file.dictionaries ?? {}).filter((name) => !published.includes(name));
  if (strangers.length > 0)
    violations.push({
      rule: "leftover-dictionary",
      message: "the file has dictionaries of columns that are not published",
      where: strangers,
    });
  return violations;
}

function rangeOf(
  columns: Columns,
  name: string,
): { min?: Value; max?: Value; distinct: number; nulls: number } {
  const read = reader(columns[name]!);
  const { length } = columns[name]!;
  const seen = new Set<Value>();
  let nulls = 0;
  let min: Value;
  let max: Value;
  for (let i = 0; i < length; i++) {
    const value = read(i) as Value;
    if (isMissing(value)) {
      nulls++;
      continue;
    }
    seen.add(value);
    if (min === undefined || value! < min!) min = value;
    if (max === undefined || value! > max!) max = value;
  }
  return { min, max, distinct: seen.size, nulls };
}
