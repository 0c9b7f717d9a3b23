import { existsSync } from "node:fs";
import { join } from "node:path";
import { changesBetween, type Changes } from "@yeelen/query/changes";
import { InputError, Refusal } from "../errors.ts";
import { readManifest } from "./catalog.ts";
import { openStore } from "./store.ts";
import { verifyReleaseFolder } from "./verify.ts";

export interface ReleaseDiff extends Changes {
  readonly from: string;
  readonly to: string;
}

/**
 * Compares two releases, given as folders, cell by cell. Both are verified first: throws `Refusal` for a release that
 * is not as published, `InputError` for a folder that is none.
 */
export async function diffReleases(from: string, to: string, spill: string): Promise<ReleaseDiff> {
  const [older, newer] = [await release(from), await release(to)];
  if (older.split("/")[0] !== newer.split("/")[0])
    throw new InputError(`two datasets: ${older} and ${newer}; expected two releases of one`);
  const store = await openStore({ spill });
  try {
    const side = (folder: string) => `read_parquet(${store.file(join(folder, "observations.parquet"))})`;
    return { from: older, to: newer, ...(await changesBetween(side(from), side(to), store)) };
  } finally {
    store.close();
  }
}

async function release(folder: string): Promise<string> {
  if (!existsSync(join(folder, "manifest.json")))
    throw new InputError(`no release: ${folder}; expected a folder with a manifest.json`);
  const { manifest } = await readManifest(folder, folder);
  const [fault] = await verifyReleaseFolder(folder);
  const name = `${manifest.dataset}/${manifest.release}`;
  if (fault) throw new Refusal(`${name} is not as published: ${fault.path} ${fault.problem}`);
  return name;
}
