import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { codings } from "../serve/coding.ts";

/**
 * What is wrong with a file that stands beside the `known` ones: nothing where it is the compressed copy of one of them,
 * `stray` where it is none. A host sends such a copy in the file's place, so it must hold the same bytes.
 */
export async function copyProblem(
  folder: string,
  path: string,
  known: ReadonlySet<string>,
  stray: string,
): Promise<string | undefined> {
  const coding = codings.find(({ ending }) => path.endsWith(ending));
  const name = coding && path.slice(0, -coding.ending.length);
  if (!coding || name === undefined || !known.has(name)) return stray;
  try {
    const whole = await readFile(join(folder, name));
    const copied = await coding.decompress(await readFile(join(folder, path)), whole.byteLength + 1);
    if (copied.equals(whole)) return undefined;
  } catch {
    // cut short, longer than its file, or nothing compressed at all
  }
  return `holds other bytes than ${name}; a host would send it in that file's place: remove it, then run yeelen compress`;
}
