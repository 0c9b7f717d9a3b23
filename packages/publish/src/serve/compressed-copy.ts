import type { IncomingMessage } from "node:http";
import { join, normalize, sep } from "node:path";
import Negotiator from "negotiator";
import { codings, isCurrent, type Coding } from "./coding.ts";
import { isCompressible } from "./media-type.ts";

/**
 * The coding in which a file's copy lies beside it and the reader's browser takes it, the better one first; undefined
 * where the file itself is to be sent. A range is one of the file itself, whatever the browser takes.
 */
export async function compressedCopy(
  folder: string,
  path: string,
  request: IncomingMessage,
): Promise<Coding | undefined> {
  if (request.headers.range !== undefined) return undefined;
  const file = fileOf(folder, path);
  if (file === undefined || !isCompressible(file)) return undefined;
  const accepted = new Negotiator(request).encodings(codings.map(({ name }) => name));
  for (const coding of codings)
    if (accepted.includes(coding.name) && (await isCurrent(`${file}${coding.ending}`, file))) return coding;
  return undefined;
}

/** The file that an address' path names; undefined for one that leads out of the folder or into hidden places. */
export function fileOf(folder: string, path: string): string | undefined {
  const decoded = decoding(path);
  if (decoded === undefined || /\0|[/\\]\./.test(decoded)) return undefined;
  const root = normalize(`${folder}${sep}`);
  const file = normalize(join(root, decoded));
  return file.startsWith(root) ? file : undefined;
}

function decoding(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
