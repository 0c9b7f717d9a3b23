import { auditRecords, toJson, type Columns, type RecordPolicy } from "@yeelen/disclosure";
import { InputError, Refusal } from "../errors.ts";
import type { EnforceRequest } from "./enforce-release.ts";
import { writePrivateReport } from "./private-report.ts";
import type { PassedAudit } from "./protection-of.ts";
import { orInputError } from "./protection-policy.ts";
import { readRecords } from "./read-records.ts";
import { refusalOf } from "./refusal-of.ts";

export type GateRequest = EnforceRequest & {
  readonly policy: RecordPolicy;
  /** The records as they would be published. */
  readonly path: string;
};

/** Records that may be published, and the text they came from. */
export interface GatedRecords {
  readonly columns: Columns;
  readonly text: string;
  readonly rows: number;
  readonly audit: PassedAudit;
}

/**
 * Lets records pass that keep every rule of the policy, also against the records of every earlier release. They are
 * taken as they are: blank and drop with `yeelen audit --protect` before. Throws `Refusal` for records that do not
 * pass, `InputError` for a file that cannot be audited.
 */
export async function gateRecords(request: GateRequest): Promise<GatedRecords> {
  const { dataset, release, policy, path, earlier, reports, progress } = request;
  const file = `${release.name}/records.csv`;
  const name = `${dataset.id}/${release.source.release}`;
  progress("auditing records");
  const { columns, text } = await readRecords(path, file);
  const person = Object.keys(columns).find((column) => policy.columns[column] === "person");
  if (person !== undefined)
    throw new InputError(
      `${file}: column ${person} tells persons apart and must not be published; yeelen audit --protect --out leaves it out`,
    );
  const report = await orInputError(file, async () =>
    auditRecords(columns, policy, {
      earlier: earlier.flatMap((one) => (one.records ? [{ name: one.name, columns: one.records }] : [])),
    }),
  );
  if (reports !== undefined) await writePrivateReport(reports, `${name}/records`, toJson(report));
  if (report.public.verdict !== "safe")
    throw new Refusal(refusalOf(`${name}/records`, report, reports !== undefined));
  const { threshold, rules, versions } = report.public;
  const rows = Object.values(columns)[0]?.length ?? 0;
  return { columns, text, rows, audit: { threshold, rules, versions } };
}
