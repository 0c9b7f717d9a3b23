import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parsePolicy, TableError, type TablePolicy } from "@yeelen/disclosure";
import { InputError, oneLine } from "../errors.ts";
import { keyColumns } from "./read-observations.ts";
import type { Dataset } from "./workspace.ts";

/** Reads `policy.json` beside `dataset.json`: the rules under which figures are hidden. Throws `InputError`. */
export async function readProtectionPolicy(dataset: Dataset): Promise<TablePolicy> {
  const name = `sources/${dataset.id}/policy.json`;
  const path = join(dataset.folder, "policy.json");
  if (!existsSync(path))
    throw new InputError(`missing file: ${name}; policy enforce needs it, and nothing is published without`);
  const policy = await orInputError(name, async () => parsePolicy(await readFile(path, "utf8")));
  if (policy.kind !== "tables" || policy.policy !== "enforce")
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
