import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { Catalog, contradictionIn, Manifest, otherRelease } from "@yeelen/dataset";
import type { z } from "zod";
import { InputError } from "../errors.ts";
import { catalogName } from "./catalog.ts";
import { readText } from "./read-json.ts";
import { copyProblem } from "./verify-copy.ts";

/** One file that is not what it should be; `path` is relative to the folder that was verified. */
export interface Fault {
  readonly path: string;
  readonly problem: string;
}

export interface Verification {
  readonly releases: number;
  readonly files: number;
  readonly bytes: number;
  readonly faults: readonly Fault[];
}

interface Count {
  files: number;
  bytes: number;
  readonly faults: Fault[];
}

/**
 * Checks every file under `folder` (published releases with their catalogue, or one release): length and sha256
 * against the manifest, each manifest and text against the catalogue, nothing missing, nothing more. Throws `InputError` for a
 * folder that is neither.
 */
export async function verifyFolder(folder: string): Promise<Verification> {
  const count: Count = { files: 0, bytes: 0, faults: [] };
  if (existsSync(join(folder, catalogName))) {
    const releases = await verifyCatalog(folder, count);
    return { releases, ...count };
  }
  if (!existsSync(join(folder, "manifest.json")))
    throw new InputError(`nothing to verify: ${folder} has neither catalog.json nor manifest.json`);
  await verifyRelease(folder, "", undefined, count);
  return { releases: 1, ...count };
}

/** Faults of one release folder whose manifest must have `sha256`, if given. */
export async function verifyReleaseFolder(folder: string, sha256?: string): Promise<readonly Fault[]> {
  const count: Count = { files: 0, bytes: 0, faults: [] };
  await verifyRelease(folder, "", sha256, count);
  return count.faults;
}

async function verifyCatalog(folder: string, count: Count): Promise<number> {
  count.files += 1;
  const catalog = await readFile(folder, catalogName, Catalog, count);
  if (!catalog) return 0;
  const contradiction = contradictionIn(catalog);
  if (contradiction !== undefined) count.faults.push({ path: catalogName, problem: contradiction });
  const known = new Set([catalogName]);
  for (const text of catalog.texts ?? []) {
    known.add(text.path);
    const problem = await compare(join(folder, text.path), text, count, "catalogue");
    if (problem !== undefined) count.faults.push({ path: text.path, problem });
  }
  let releases = 0;
  for (const { dataset, releases: listed } of catalog.datasets)
    for (const { release, sha256 } of listed) {
      const place = `${dataset}/${release}`;
      for (const path of await verifyRelease(folder, `${place}/`, sha256, count, { dataset, release }))
        known.add(path);
      releases += 1;
    }
  for (const path of await filesIn(folder))
    if (
      !known.has(path) &&
      !catalog.datasets.some((entry) =>
        entry.releases.some(({ release }) => path.startsWith(`${entry.dataset}/${release}/`)),
      )
    ) {
      const problem = await copyProblem(folder, path, known, "the catalogue knows no such file");
      if (problem !== undefined) count.faults.push({ path, problem });
    }
  return releases;
}

async function verifyRelease(
  folder: string,
  prefix: string,
  sha256: string | undefined,
  count: Count,
  expected?: { readonly dataset: string; readonly release: string },
): Promise<string[]> {
  const path = `${prefix}manifest.json`;
  count.files += 1;
  if (!existsSync(join(folder, path))) {
    count.faults.push({ path, problem: "missing" });
    return [path];
  }
  const actual = await hash(join(folder, path));
  count.bytes += actual.bytes;
  if (sha256 !== undefined && actual.sha256 !== sha256)
    count.faults.push({ path, problem: `has sha256 ${actual.sha256}; the catalogue says ${sha256}` });
  const manifest = await readFile(folder, path, Manifest, count);
  if (!manifest) return [path];
  const other = expected && otherRelease(manifest, expected);
  if (other !== undefined) count.faults.push({ path, problem: other });
  const known = new Set([path]);
  for (const file of manifest.files) {
    known.add(prefix + file.path);
    const problem = await compare(join(folder, prefix + file.path), file, count);
    if (problem !== undefined) count.faults.push({ path: prefix + file.path, problem });
  }
  for (const name of await filesIn(join(folder, prefix)))
    if (!known.has(prefix + name)) {
      const problem = await copyProblem(folder, prefix + name, known, "the manifest knows no such file");
      if (problem !== undefined) count.faults.push({ path: prefix + name, problem });
    }
  return [...known];
}

async function compare(
  path: string,
  file: { bytes: number; sha256: string },
  count: Count,
  lister: "manifest" | "catalogue" = "manifest",
): Promise<string | undefined> {
  count.files += 1;
  const status = await stat(path).catch(() => undefined);
  if (!status) return "missing";
  if (!status.isFile()) return "not a file";
  if (status.size !== file.bytes) return `has ${status.size} bytes; the ${lister} says ${file.bytes}`;
  const actual = await hash(path);
  count.bytes += actual.bytes;
  return actual.sha256 === file.sha256
    ? undefined
    : `has sha256 ${actual.sha256}; the ${lister} says ${file.sha256}`;
}

async function readFile<Schema extends z.ZodType>(
  folder: string,
  path: string,
  schema: Schema,
  count: Count,
): Promise<z.infer<Schema> | undefined> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readText(join(folder, path), path)));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    count.faults.push({ path, problem: `field ${issue?.path.join(".") || "(root)"}: ${issue?.message}` });
  } catch {
    count.faults.push({ path, problem: "not JSON" });
  }
  return undefined;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(folder.length).replaceAll("\\", "/").replace(/^\//, ""),
    )
    .sort();
}

async function hash(path: string): Promise<{ sha256: string; bytes: number }> {
  const sum = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    sum.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { sha256: sum.digest("hex"), bytes };
}
