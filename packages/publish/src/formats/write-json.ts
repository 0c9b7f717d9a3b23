import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReleaseContent, WrittenFile } from "../release/release-content.ts";

/** Writes a description of the release as indented JSON. */
export async function writeJson(
  { folder }: ReleaseContent,
  path: string,
  mediaType: string,
  value: unknown,
): Promise<WrittenFile[]> {
  await writeFile(join(folder, path), `${JSON.stringify(value, null, 2)}\n`);
  return [{ path, mediaType }];
}
