import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import {
  auditRecords,
  suppressLocally,
  type AuditReport,
  type Columns,
  type Policy,
  type Suppression,
} from "@yeelen/disclosure";
import { InputError } from "../errors.ts";
import { csvText } from "../tables/csv-text.ts";
import { orInputError } from "./protection-policy.ts";
import { columnsOf } from "./read-records.ts";

export interface SafeRecordsRequest {
  readonly records: Columns;
  readonly policy: Policy;
  /** What a blank costs, as `column=n`. */
  readonly weights: readonly string[];
  readonly earlier: readonly { readonly name: string; readonly columns: Columns }[];
  readonly out: string;
}

/** What protecting cost, in whole percent rounded up: exact figures would tell how many were left out. */
export interface Lost {
  readonly percentOfRecordsLost: number;
  readonly percentOfCellsBlanked: number;
}

/**
 * Makes one record of each person, blanks and drops what gives persons away, audits what would be written as a
 * stranger's file, and writes it to `out` if it is safe; if not, nothing is written and the report says why. Throws
 * `InputError`.
 */
export async function safeRecords(request: SafeRecordsRequest): Promise<{ report: AuditReport; lost: Lost }> {
  const { records, policy, earlier, out } = request;
  if (policy.kind !== "records")
    throw new InputError("--protect: the policy is for tables; yeelen publish protects those itself");
  const undeclared = Object.keys(records).find((name) => policy.columns[name] === undefined);
  if (undeclared !== undefined)
    throw new InputError(
      `column ${undeclared}: the policy gives it no role; declare it, or say --leave-out ${undeclared}`,
    );
  const withRole = (role: string) =>
    Object.keys(policy.columns).filter((name) => policy.columns[name] === role);
  const [person] = withRole("person");
  const missing = Object.keys(policy.columns).find((name) => records[name] === undefined);
  if (missing !== undefined)
    throw new InputError(
      `column ${missing}: the policy declares it and the records lack it${missing === person ? "; without it nobody can tell persons from lines" : ""}`,
    );
  const { columns, ...lost } = await orInputError("records", async () =>
    suppressLocally(records, {
      quasi: withRole("quasi"),
      sensitive: withRole("sensitive"),
      safe: withRole("safe"),
      ...(person === undefined ? {} : { person }),
      k: policy.k,
      leastValues: policy.leastValues,
      largestShare: policy.largestShare,
      combinations: policy.combinations,
      weights: Object.fromEntries(request.weights.map(weightOf)),
    }),
  );
  const cost = {
    percentOfRecordsLost: Math.ceil(100 * lost.shareOfRecordsLost),
    percentOfCellsBlanked: Math.ceil(100 * lost.shareOfCellsBlanked),
  };
  // Where nothing can be kept, it is the records as they came whose rules are named.
  if (lost.records === 0) return { report: withCost(auditRecords(records, policy), lost), lost: cost };
  const cells = Object.values(columns);
  const rows = Array.from({ length: lost.records }, (_, row) => cells.map((column) => column[row]));
  const text = csvText(Object.keys(columns), rows);
  const report = auditRecords(columnsOf(text, out), policy, { earlier });
  if (report.public.verdict === "safe") {
    await mkdir(dirname(out), { recursive: true });
    await writeFile(out, text);
  }
  return { report: withCost(report, lost), lost: cost };
}

function withCost(
  report: AuditReport,
  { recordsLost, cellsBlanked, blanked }: Omit<Suppression, "columns">,
): AuditReport {
  const notes = [
    ...report.private.notes,
    `records left out: ${recordsLost}`,
    `cells blanked: ${cellsBlanked}${Object.entries(blanked)
      .map(([name, count]) => `, ${name} ${count}`)
      .join("")}`,
  ];
  return { ...report, private: { ...report.private, notes } };
}

function weightOf(text: string): [string, number] {
  const at = text.lastIndexOf("=");
  const weight = Number(text.slice(at + 1));
  if (at < 1 || !(weight > 0)) throw new InputError(`--weight: ${text}; expected <column>=<number above 0>`);
  return [text.slice(0, at), weight];
}
