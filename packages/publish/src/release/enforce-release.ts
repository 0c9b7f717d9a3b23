import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { observationColumns } from "@yeelen/dataset";
import type { Columns, RecordPolicy } from "@yeelen/disclosure";
import { InputError } from "../errors.ts";
import { gateRecords } from "./gate-records.ts";
import { protectRelease, type ProtectRequest, type PublishedTables } from "./protect-release.ts";
import { protectedSource } from "./protected-source.ts";
import { readProtectionPolicies } from "./protection-policy.ts";
import type { PassedAudit } from "./protection-of.ts";
import { inTermsOfTables, readTabulation } from "./tabulation.ts";
import type { ReleaseSource } from "./workspace.ts";

/** What was published of an earlier release: its tables, its records, or both. */
export interface PublishedBefore {
  readonly name: string;
  readonly tables: PublishedTables | undefined;
  readonly records: Columns | undefined;
}

export type EnforceRequest = Omit<ProtectRequest, "policy" | "earlier" | "records"> & {
  readonly earlier: readonly PublishedBefore[];
};

/** Everything that a release under `enforce` may hold beside its figures. */
const recordsTable = "records";

/**
 * A release of figures and records that were made from a register, as it may be built: records only as they passed the
 * gate, figures with what must be hidden hidden, each attacked with the other and with every earlier release. Throws
 * `Refusal` unless both are proved safe, `InputError` for what cannot be audited: then nothing may be published.
 */
export async function enforceRelease(
  request: EnforceRequest,
): Promise<{ release: ReleaseSource; published: PublishedBefore }> {
  const { dataset, release } = request;
  const file = release.tables.find(({ name }) => name === recordsTable);
  const other = release.tables.find(({ name }) => name !== recordsTable);
  if (other)
    throw new InputError(
      `${release.name}/${other.name}.csv: expected no table beside the observations under policy enforce, but records.csv: it cannot be audited`,
    );
  const policies = await readProtectionPolicies(dataset, { records: file !== undefined });
  const name = release.source.release;
  const records =
    policies.records && file
      ? await gateRecords({ ...request, policy: policies.records, path: file.path, earlier: request.earlier })
      : undefined;
  if (!policies.tables) {
    if (!records)
      throw new InputError(`missing file: ${release.name}/records.csv; the policy is for records`);
    return {
      release: {
        ...release,
        observations: await noFigures(request.spill),
        source: protectedSource(release.source, "records.csv", records.text, records.rows),
        audit: records.audit,
      },
      published: { name, tables: undefined, records: records.columns },
    };
  }
  const known = [
    ...(records ? [{ columns: records.columns, earlier: false }] : []),
    ...request.earlier.flatMap((one) => (one.records ? [{ columns: one.records, earlier: true }] : [])),
  ];
  const tabulation = known.length > 0 ? await readTabulation(dataset) : undefined;
  const person = personColumn(policies.records);
  if (tabulation && person !== undefined && tabulation.person !== person)
    throw new InputError(
      `sources/${dataset.id}/tabulation.json: person ${tabulation.person ?? "null"}; expected ${person}, as the policy for the records says: figures count persons, not lines`,
    );
  const protectedRelease = await protectRelease({
    ...request,
    policy: policies.tables,
    // records may have been dropped, so that they are never all persons of the tables
    records: known.flatMap(({ columns, earlier }) =>
      tabulation ? [{ columns: inTermsOfTables(columns, tabulation), complete: false, earlier }] : [],
    ),
    earlier: request.earlier.flatMap(({ name: earlier, tables }) =>
      tables ? [{ ...tables, name: earlier }] : [],
    ),
  });
  return {
    release: {
      ...protectedRelease.release,
      audit: records ? both(protectedRelease.audit, records.audit) : protectedRelease.audit,
    },
    published: { name, tables: protectedRelease.published, records: records?.columns },
  };
}

function personColumn(policy: RecordPolicy | undefined): string | undefined {
  return Object.entries(policy?.columns ?? {}).find(([, role]) => role === "person")?.[0];
}

function both(tables: PassedAudit, records: PassedAudit): PassedAudit {
  return {
    // the weaker of two thresholds is the one that may be promised
    threshold: Math.min(tables.threshold, records.threshold),
    rules: [
      ...tables.rules.map((rule) => `tables: ${rule}`),
      ...records.rules.map((rule) => `records: ${rule}`),
    ],
    versions: { ...tables.versions, ...records.versions },
  };
}

/** A release of records alone has a table of no figures. */
async function noFigures(spill: string): Promise<string> {
  const path = join(spill, "no-figures.csv");
  await writeFile(path, `${observationColumns.join(",")}\n`);
  return path;
}
