import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  parsePolicy,
  TableError,
  type Policy,
  type RecordPolicy,
  type TablePolicy,
} from "@yeelen/disclosure";
import { InputError, oneLine } from "../errors.ts";
import { keyColumns } from "./read-observations.ts";
import type { Dataset } from "./workspace.ts";

/** The rules of a dataset: for its figures, for its records, or for both. */
export interface ProtectionPolicies {
  readonly tables: TablePolicy | undefined;
  readonly records: RecordPolicy | undefined;
}

/**
 * Reads `policy.json` beside `dataset.json`, the rules under which figures are hidden, or those that records must keep;
 * with both in one release, the latter are in `records-policy.json`. Throws `InputError`.
 */
export async function readProtectionPolicies(
  dataset: Dataset,
  { records }: { readonly records: boolean },
): Promise<ProtectionPolicies> {
  const policy = await readPolicy(dataset, "policy.json");
  if (policy.kind === "records") return { tables: undefined, records: policy };
  const tables = checkedTablePolicy(policy, `sources/${dataset.id}/policy.json`);
  if (!records) return { tables, records: undefined };
  const second = await readPolicy(dataset, "records-policy.json");
  if (second.kind !== "records")
    throw new InputError(`sources/${dataset.id}/records-policy.json: kind ${second.kind}; expected records`);
  return { tables, records: second };
}

async function readPolicy(dataset: Dataset, file: string): Promise<Policy> {
  const name = `sources/${dataset.id}/${file}`;
  const path = join(dataset.folder, file);
  if (!existsSync(path))
    throw new InputError(`missing file: ${name}; policy enforce needs it, and nothing is published without`);
  return orInputError(name, async () => parsePolicy(await readFile(path, "utf8")));
}

function checkedTablePolicy(policy: TablePolicy, name: string): TablePolicy {
  if (policy.policy !== "enforce")
    throw new InputError(
      `${name}: kind ${policy.kind}, policy ${policy.policy}; expected tables and enforce`,
    );
  const known: readonly string[] = keyColumns;
  const strange = Object.keys(policy.dimensions).find((dimension) => !known.includes(dimension));
  if (strange !== undefined)
    throw new InputError(
      `${name}: field dimensions: ${strange}; expected columns of the table: ${known.join(", ")}`,
    );
  if (
    policy.columns.value !== "value" ||
    policy.columns.status !== "absence" ||
    policy.columns.persons !== undefined
  )
    throw new InputError(
      `${name}: field columns: expected { "value": "value", "status": "absence" }, the table's own`,
    );
  return policy;
}

/** What disclosure control refuses to read is bad input here. */
export async function orInputError<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof TableError)
      throw new InputError(`${name}: ${oneLine(cause)}; nothing was published`, { cause });
    throw cause;
  }
}
