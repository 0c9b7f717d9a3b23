import { audit } from "../audit/audit.ts";
import { auditReadings, hiddenZeros } from "../audit/readings.ts";
import type { AuditOptions } from "../audit/audit.ts";
import type { AuditResult } from "../audit/result.ts";
import { dropContradictions } from "./contradictions.ts";
import { observe } from "./observe.ts";
import type { Observation } from "./observe.ts";
import { joinReleases } from "./joinReleases.ts";
import { insiderViolations } from "./insiders.ts";
import { linkRecords } from "./linkRecords.ts";
import type { LinkedRecords } from "./linkRecords.ts";
import type { TablePolicy } from "./policy.ts";
import { fileRow, readTables } from "./readTables.ts";
import type { TableFile } from "./readTables.ts";
import { VERSIONS } from "./report.ts";
import type { AuditReport, Violation } from "./report.ts";

export interface AuditTablesOptions extends AuditOptions {
  /** Every earlier release that somebody may have kept. */
  readonly earlier?: readonly {
    readonly name: string;
    readonly files: readonly TableFile[];
  }[];
  /** Records published beside the tables, and those of earlier releases. */
  readonly records?: readonly LinkedRecords[];
  readonly observations?: readonly Observation[];
}

/**
 * Audits files of tables as one: everything that a reader of all of them, and of all earlier releases, can relate.
 *
 * @returns a report whose `public` part may be published and whose `private` part must not
 * @throws TableError on bad input: nothing may be published then either
 */
export async function auditTables(
  files: readonly TableFile[],
  policy: TablePolicy,
  options: AuditTablesOptions = {},
): Promise<AuditReport> {
  const now = options.now ?? (() => performance.now());
  const start = now();
  const seconds = options.seconds ?? 600;
  const left = (): number => Math.max(0, seconds - (now() - start) / 1000);
  const { table: read, violations } = readTables(files, policy);
  const notes: string[] = [];
  const releases = (options.earlier ?? []).map(({ name, files: before }) => ({
    name,
    table: readTables(before, policy).table,
  }));
  const joint = joinReleases(read, releases, { revised: policy.revised, notes });
  let { table } = joint;
  for (const [name, where] of joint.differences) {
    notes.push(`release ${name}: figures taken as unchanged: ${joint.unchanged.get(name) ?? 0}`);
    if (where.length > 0)
      violations.push({
        rule: "release-difference",
        message: `cells differ from release ${name} by less than ${policy.k}`,
        where,
      });
  }
  if (policy.unit !== "persons" && policy.columns.persons === undefined)
    violations.push({
      rule: "not-persons",
      message: `the tables count ${policy.unit}; without a column of persons nobody can tell which figures are small`,
      where: [policy.columns.value],
    });
  violations.push(...repeatedPersons(files, policy));
  for (const records of options.records ?? []) table = linkRecords(table, records);
  table = observe(
    table,
    (options.observations ?? []).map((one) => ({ ...one, key: joint.keys.get(one.key) ?? one.key })),
  );
  if (policy.policy === "as-published") table = dropContradictions(table, notes);
  const zeros = hiddenZeros(table);
  notes.push(
    `hidden zeros: ${percent(zeros.shareHidden)} of all zeros; a hidden cell is 0 with probability ${percent(zeros.probability)}; ${zeros.plausible ? "a reader has to reckon with 0" : "a reader takes every hidden cell for at least 1"}`,
  );
  const enforced = policy.policy === "enforce";
  const result = await (enforced ? auditReadings : audit)(table, { ...options, seconds: left() });
  violations.push(...auditViolations(result));
  if (policy.insiders > 0 && result.verdict === "safe")
    violations.push(...(await insiderViolations(table, { ...options, seconds: left() })));
  return report(policy, result, violations, notes, (now() - start) / 1000);
}

function percent(share: number | null): string {
  return share === null ? "unknown" : `${Math.round(100 * share)} %`;
}

function repeatedPersons(files: readonly TableFile[], policy: TablePolicy): Violation[] {
  const { persons, value } = policy.columns;
  if (persons === undefined || policy.unit !== "persons") return [];
  const where = files.flatMap((file) =>
    file.rows.flatMap((row, line) =>
      Number(row[persons]) < Number(row[value]) ? [fileRow(file, line)] : [],
    ),
  );
  if (where.length === 0) return [];
  return [
    { rule: "repeated-person", message: "a count is larger than the number of persons behind it", where },
  ];
}

function auditViolations({ exposed, findings }: AuditResult): Violation[] {
  const violations: Violation[] = [];
  const keys = (verdict: string): string[] =>
    findings.filter((one) => one.verdict === verdict).map(({ key }) => key);
  if (exposed.length > 0)
    violations.push({ rule: "small-count", message: "published cells that must be hidden", where: exposed });
  if (keys("unsafe").length > 0)
    violations.push({
      rule: "recoverable",
      message: "hidden cells that a reader can work out or narrow down",
      where: keys("unsafe"),
    });
  if (keys("unproven").length > 0)
    violations.push({
      rule: "unproven",
      message: "hidden cells not proved safe in the time given",
      where: keys("unproven"),
    });
  return violations;
}

function report(
  policy: TablePolicy,
  result: AuditResult,
  violations: readonly Violation[],
  notes: readonly string[],
  seconds: number,
): AuditReport {
  const enforced = policy.policy === "enforce";
  const broken = violations.some(({ rule }) => rule !== "unproven");
  const verdict = broken
    ? "unsafe"
    : violations.length > 0 || result.verdict === "unproven"
      ? "unproven"
      : "safe";
  const { cells, published, hidden } = result.counts;
  return {
    public: {
      verdict: enforced ? verdict : "as-published",
      policy: policy.policy,
      kind: "tables",
      threshold: policy.k,
      rules: enforced ? rulesOf(policy) : ["suppression is the publisher's own and was kept"],
      counts: { cells, published, hidden },
      versions: VERSIONS,
      seconds: Math.round(seconds * 10) / 10,
    },
    private: { violations, audit: result, notes },
  };
}

function rulesOf(policy: TablePolicy): string[] {
  const rules = [
    `no count of 1 to ${policy.k - 1} is published`,
    `every hidden small count could be 0, and could be ${policy.k} or more, for all that is published`,
    `the same for a reader who takes every hidden count for at least 1, unless enough zeros are hidden too`,
    "no hidden cell can be worked out exactly",
    "figures printed alike in two releases are taken to be the same figure, unless a recount is declared",
  ];
  if (Object.values(policy.dimensions).some(({ sensitive }) => sensitive))
    rules.push("no category that says what happened holds nearly everybody of a row");
  if (policy.insiders > 0) rules.push("the same for readers who know of themselves that they are counted");
  return rules;
}
