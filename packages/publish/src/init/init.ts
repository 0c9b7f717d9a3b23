import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { InputError } from "../errors.ts";
import type { DatasetConfig } from "../release/dataset-config.ts";
import { readBytes } from "../tables/open-file.ts";
import { folderFiles } from "./folder-files.ts";
import { registerFiles } from "./register-folder.ts";
import { tidyTable, type ColumnChoice } from "./own-table.ts";
import { sampleTable } from "./sample.ts";

export interface InitRequest {
  readonly folder: string;
  /** A CSV file or .xlsx workbook to begin with; a made-up sample, if left out. */
  readonly table?: string;
  /** Id of the dataset; the folder's own name, if left out. */
  readonly dataset?: string;
  readonly columns: Omit<ColumnChoice, "indicator">;
  readonly policy: DatasetConfig["policy"];
  /** Name of the first release. */
  readonly today: string;
}

/**
 * Makes a folder that `yeelen publish` takes as it is, around a table. Returns its files, and what to tell of
 * how the table was read. Throws `InputError` for a folder that holds something, or a table that cannot be read; then nothing is written.
 */
export async function initFolder(
  request: InitRequest,
): Promise<{ files: string[]; remarks: readonly string[] }> {
  const { folder, table, policy, today } = request;
  const dataset = request.dataset ?? slug(basename(folder));
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(dataset))
    throw new InputError(
      `--dataset: ${dataset}; expected lower-case letters, digits and hyphens, a letter first`,
    );
  await refuseFull(folder);
  const name = table === undefined ? "sample.csv" : basename(table);
  const bytes = table === undefined ? new TextEncoder().encode(sampleTable) : await readBytes(table, name);
  const { remarks, ...tidy } = tidyTable({ file: name, bytes }, { ...request.columns, indicator: dataset });
  const files = folderFiles({ ...tidy, dataset, file: { name, bytes }, policy, today });
  return { files: await writeFolder(folder, files), remarks };
}

/** Makes a folder around a fictional register of cases. Returns its files. Throws `InputError`. */
export async function initRegister(folder: string): Promise<string[]> {
  await refuseFull(folder);
  return writeFolder(folder, registerFiles());
}

async function refuseFull(folder: string): Promise<void> {
  const present = await readdir(folder).catch(() => []);
  if (present.length > 0) throw new InputError(`not empty: ${folder} holds ${present[0]}; name a new folder`);
}

async function writeFolder(folder: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
  } catch (cause) {
    for (const path of Object.keys(files)) await rm(join(folder, path), { force: true });
    throw new InputError(`cannot write ${folder}: ${(cause as Error).message}`, { cause });
  }
  return Object.keys(files).sort();
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
