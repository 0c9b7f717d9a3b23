import { readFile } from "node:fs/promises";
import { InputError } from "../errors.ts";

/** A file's bytes; `name` is what errors call it. Throws `InputError` naming the file and what was expected. */
export async function readBytes(path: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw cannotOpen(cause, path, name);
  }
}

/** Why a file could not be opened, for whoever named it. */
export function cannotOpen(cause: unknown, path: string, name: string): InputError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === "ENOENT") return new InputError(`missing file: ${name}; expected it at ${path}`, { cause });
  if (code === "EISDIR") return new InputError(`${name}: expected a file, found a folder`, { cause });
  return new InputError(`cannot read ${name}: ${message}`, { cause });
}
