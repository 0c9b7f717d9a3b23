import { codeColumn, reader } from "../microdata/columns.ts";
import type { Column, Columns } from "../microdata/columns.ts";
import { columnSets } from "../microdata/columnSets.ts";
import type { ColumnSets } from "../microdata/columnSets.ts";
import { kAnonymity } from "../microdata/kAnonymity.ts";
import { lDiversity } from "../microdata/lDiversity.ts";
import { rareCombinations } from "../microdata/rareCombinations.ts";
import { TableError } from "../table/cell.ts";
import { columnViolations } from "./columnRules.ts";
import { leftoverViolations } from "./leftovers.ts";
import type { Leftovers } from "./leftovers.ts";
import type { RecordPolicy } from "./policy.ts";
import { classDifferences } from "./releasedRecords.ts";
import { VERSIONS } from "./report.ts";
import type { AuditReport, Violation } from "./report.ts";
import { isOrderedByValues } from "./rowOrder.ts";

export interface AuditRecordsOptions {
  /** Every earlier release of these records that somebody may have kept. */
  readonly earlier?: readonly { readonly name: string; readonly columns: Columns }[];
  /** What else is in the file besides its rows: dictionaries, statistics, metadata. */
  readonly file?: Leftovers;
  readonly now?: () => number;
}

/**
 * The microdata gate: every rule holds, or the file must not be written. A column of role `person` is used to tell
 * persons apart, so that every rule counts persons; it is not part of what is published. Without one each record is
 * taken to be one person.
 *
 * @returns a report whose `public` part may be published and whose `private` part must not
 * @throws TableError on bad input: no records, columns of unequal length
 */
export function auditRecords(
  columns: Columns,
  policy: RecordPolicy,
  options: AuditRecordsOptions = {},
): AuditReport {
  const now = options.now ?? (() => performance.now());
  const start = now();
  const names = Object.keys(columns);
  if (names.length === 0 || columns[names[0]!]!.length === 0)
    throw new TableError("empty file: it has no records");
  const role = (wanted: string): string[] => names.filter((name) => policy.columns[name] === wanted);
  const quasi = role("quasi");
  const sensitive = role("sensitive");
  const published = names.filter((name) => policy.columns[name] !== "person");
  const missing = Object.keys(policy.columns).filter(
    (name) => policy.columns[name] !== "person" && !names.includes(name),
  );
  if (missing.length > 0)
    throw new TableError(`missing column: ${missing.join(", ")}; the policy declares it, the file lacks it`);
  const [personColumn] = role("person");
  const person = personColumn === undefined ? undefined : columns[personColumn]!;
  const found = kAnonymity(columns, quasi, { threshold: policy.k, ...(person ? { person } : {}) });
  const violations: Violation[] = [
    ...columnViolations(columns, policy),
    ...classViolations(columns, policy, { quasi, sensitive, person }, found.k, found.below),
    ...personViolations(person),
    ...orderViolations(columns, published),
    ...leftoverViolations(columns, published, options.file ?? {}),
    ...(options.earlier ?? []).flatMap(({ name, columns: before }) =>
      classDifferences(columns, before, quasi, policy.k, name),
    ),
  ];
  const safe = violations.length === 0;
  const looked = columnSets(
    published.filter((name) => policy.columns[name] !== undefined).length,
    policy.combinations,
  );
  return {
    public: {
      verdict: safe ? "safe" : "unsafe",
      policy: policy.policy,
      kind: "records",
      threshold: policy.k,
      rules: rulesOf(policy, person !== undefined, looked),
      // Of a file that is not published no figure is told.
      counts: {
        ...(safe
          ? {
              records: found.records,
              classes: found.classes,
              smallestClass: found.k,
              smallestWithWildcards: found.wildcard,
            }
          : {}),
        columnSets: looked.all,
        columnSetsLookedAt: looked.sets.length,
      },
      versions: VERSIONS,
      seconds: Math.round((now() - start) / 100) / 10,
    },
    private: { violations, notes: [`records in classes below ${policy.k}: ${found.below}`] },
  };
}

function classViolations(
  columns: Columns,
  policy: RecordPolicy,
  {
    quasi,
    sensitive,
    person,
  }: {
    readonly quasi: readonly string[];
    readonly sensitive: readonly string[];
    readonly person: Column | undefined;
  },
  k: number,
  below: number,
): Violation[] {
  const violations: Violation[] = [];
  if (k < policy.k)
    violations.push({
      rule: "k-anonymity",
      message: `${below} records share all quasi-identifiers with fewer than ${policy.k - 1} others, a blank being a value of its own`,
      where: quasi,
    });
  const options = { values: policy.leastValues, share: policy.largestShare, person };
  for (const { column, below: records } of lDiversity(columns, quasi, sensitive, options)) {
    if (records > 0)
      violations.push({
        rule: "l-diversity",
        message: `${records} records lie in classes that tell ${column}`,
        where: [column],
      });
  }
  const all = Object.keys(columns).filter((name) =>
    ["quasi", "sensitive", "safe"].includes(policy.columns[name] ?? ""),
  );
  const rare = rareCombinations(columns, all, policy.k, { size: policy.combinations, person });
  for (const { columns: names, records } of rare)
    violations.push({
      rule: "rare-combination",
      message: `${records} records hold a combination that fewer than ${policy.k} share`,
      where: names,
    });
  return violations;
}

function personViolations(person: Column | undefined): Violation[] {
  if (!person) return [];
  const { codes, values } = codeColumn(person);
  const unmarked = codes.filter((code) => code === 0).length;
  const violations: Violation[] = [];
  if (codes.length - unmarked > values.length - 1)
    violations.push({
      rule: "repeated-person",
      message: `${codes.length - unmarked} records stand for ${values.length - 1} persons: make them one record each`,
      where: [],
    });
  if (unmarked > 0)
    violations.push({
      rule: "repeated-person",
      message: `${unmarked} records say not whose they are`,
      where: [],
    });
  return violations;
}

function orderViolations(columns: Columns, published: readonly string[]): Violation[] {
  const readers = published.map((name) => reader(columns[name]!));
  if (isOrderedByValues(readers, columns[published[0]!]!.length)) return [];
  return [
    {
      rule: "row-order",
      message: "rows are not ordered by their published values: their order may tell when they came",
      where: [],
    },
  ];
}

function rulesOf(policy: RecordPolicy, told: boolean, { sets, all }: ColumnSets): string[] {
  const looked = sets.length < all ? ` (${sets.length} of ${all} sets of columns were looked at)` : "";
  return [
    `every record shares its quasi-identifiers with at least ${policy.k - 1} others, a blank being a value of its own`,
    `every such class has at least ${policy.leastValues} values of each sensitive column, none with more than ${Math.round(policy.largestShare * 100)} %`,
    `every combination of up to ${policy.combinations} columns occurs 0 or at least ${policy.k} times${looked}`,
    "rows are ordered by their published values",
    told ? "every record is one person" : "every record is taken to be one person",
  ];
}
