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
import { csvText } from "../init/csv-text.ts";

export interface SafeRecordsRequest {
  readonly records: Columns;
  readonly policy: Policy;
  /** What a blank costs, as `column=n`. */
  readonly weights: readonly string[];
  readonly earlier: readonly { readonly name: string; readonly columns: Columns }[];
  readonly out: string;
}

/** What protecting cost: shares are of the records, and of the cells of the records kept. */
export type Lost = Pick<
  Suppression,
  "recordsLost" | "shareOfRecordsLost" | "cellsBlanked" | "shareOfCellsBlanked" | "blanked"
>;

/**
 * Blanks and drops what gives persons away, audits what is left as a stranger's file, and writes it to `out` if it is
 * safe; if not, nothing is written and the report says why. Throws `InputError`.
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
  const withRole = (role: string) => Object.keys(records).filter((name) => policy.columns[name] === role);
  const { columns, ...lost } = suppressLocally(records, {
    quasi: withRole("quasi"),
    sensitive: withRole("sensitive"),
    safe: withRole("safe"),
    k: policy.k,
    weights: Object.fromEntries(request.weights.map(weightOf)),
  });
  const report = auditRecords(columns, policy, { earlier });
  if (report.public.verdict === "safe") {
    await mkdir(dirname(out), { recursive: true });
    const cells = Object.values(columns);
    const rows = Array.from({ length: lost.records }, (_, row) => cells.map((column) => column[row]));
    await writeFile(out, csvText(Object.keys(columns), rows));
  }
  const { recordsLost, shareOfRecordsLost, cellsBlanked, shareOfCellsBlanked, blanked } = lost;
  return { report, lost: { recordsLost, shareOfRecordsLost, cellsBlanked, shareOfCellsBlanked, blanked } };
}

function weightOf(text: string): [string, number] {
  const at = text.lastIndexOf("=");
  const weight = Number(text.slice(at + 1));
  if (at < 1 || !(weight > 0)) throw new InputError(`--weight: ${text}; expected <column>=<number above 0>`);
  return [text.slice(0, at), weight];
}
