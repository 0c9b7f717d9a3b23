import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, relative, sep } from "node:path";
import { InputError } from "../errors.ts";
import { codings, isCurrent } from "./coding.ts";
import { isCompressible } from "./media-type.ts";

/** Bytes of a file below which compressing gains nothing. */
const LEAST = 1024;

export interface Compression {
  /** Files that have copies now, and those of them whose copies were made in this run. */
  readonly files: number;
  readonly made: number;
  /** Bytes of those files, and of their brotli copies. */
  readonly bytes: number;
  readonly compressed: number;
}

/**
 * Writes a brotli (`.br`) and a gzip (`.gz`) copy beside every text file of a folder of 1 KB or more, for hosts that
 * send such copies as they are; copies that are no older than their file stay. A copy is there whole or not at all.
 * Throws `InputError` for a folder that is not there.
 */
export async function compressFolder(
  folder: string,
  { progress = () => {} }: { readonly progress?: (done: number, all: number) => void } = {},
): Promise<Compression> {
  const files = await compressible(folder);
  const sum = { made: 0, bytes: 0, compressed: 0 };
  let next = 0;
  const work = async () => {
    for (let file = files[next++]; file !== undefined; file = files[next++]) {
      const { made, bytes, compressed } = await compressFile(file);
      sum.made += Number(made);
      sum.bytes += bytes;
      sum.compressed += compressed;
      progress(Math.min(next, files.length), files.length);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, work));
  return { files: files.length, ...sum };
}

async function compressible(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new InputError(`no such folder: ${folder}; build it first`, { cause });
  });
  const found: string[] = [];
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || isHidden(relative(folder, file)) || !isCompressible(file)) continue;
    if ((await stat(file)).size >= LEAST) found.push(file);
  }
  return found;
}

function isHidden(path: string): boolean {
  return path.split(sep).some((part) => part.startsWith("."));
}

async function compressFile(file: string) {
  const copies = codings.map((coding) => ({ coding, copy: `${file}${coding.ending}` }));
  const current = await Promise.all(copies.map(({ copy }) => isCurrent(copy, file)));
  const made = current.includes(false);
  if (made) {
    const content = await readFile(file);
    for (const { coding, copy } of copies) await writeWhole(copy, await coding.compress(content));
  }
  const [whole, smallest] = await Promise.all([stat(file), stat(copies[0]?.copy ?? file)]);
  return { made, bytes: whole.size, compressed: smallest.size };
}

async function writeWhole(path: string, content: Buffer): Promise<void> {
  const part = `${path}.part`;
  try {
    await writeFile(part, content);
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
}
