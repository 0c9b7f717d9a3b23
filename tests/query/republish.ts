import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Catalog, Manifest } from "@yeelen/dataset";

/**
 * Puts other bytes in place of a file of a published release, or leaves it out, with the manifest and the catalogue as
 * they would be had it been published so.
 */
export async function republishFile(
  folder: string,
  release: string,
  path: string,
  content: Uint8Array | undefined,
): Promise<void> {
  const place = join(folder, release);
  const manifest = JSON.parse(await readFile(join(place, "manifest.json"), "utf8")) as Manifest;
  const files = manifest.files.flatMap((file) => {
    if (file.path !== path) return [file];
    const { mediaType } = file;
    return content ? [{ path, bytes: content.byteLength, sha256: hash(content), mediaType }] : [];
  });
  if (content) await writeFile(join(place, path), content);
  const text = JSON.stringify({ ...manifest, files });
  await writeFile(join(place, "manifest.json"), text);
  const catalog = JSON.parse(await readFile(join(folder, "catalog.json"), "utf8")) as Catalog;
  const named = catalog.datasets.flatMap(({ releases }) => releases);
  const entry = named.find(({ manifest }) => manifest === `${release}/manifest.json`);
  if (!entry) throw new Error(`no release ${release} in ${folder}`);
  Object.assign(entry, { sha256: hash(text) });
  await writeFile(join(folder, "catalog.json"), JSON.stringify(catalog));
}

function hash(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}
