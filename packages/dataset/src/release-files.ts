import { sha256 } from "./digest.ts";
import type { Manifest, ReleaseFile } from "./manifest.ts";

/** A file that is not what its manifest says. Nothing of it was used. */
export class IntegrityError extends Error {
  override readonly name = "IntegrityError";
}

/** A file that its host does not hold, or holds no longer (404, 410). */
export class FileMissing extends Error {
  override readonly name = "FileMissing";
}

/** The files of a release: nothing leaves `read` that does not match the manifest byte for byte. */
export interface ReleaseFiles {
  file(path: string): ReleaseFile;
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
  readJson(path: string): Promise<unknown>;
}

/** Reading of the files that `manifest`, at `manifestUrl`, lists. Throws `IntegrityError` for a file that differs. */
export function releaseFiles(
  manifestUrl: URL,
  manifest: Manifest,
  fetch: typeof globalThis.fetch,
): ReleaseFiles {
  const files = new Map(manifest.files.map((file) => [file.path, file]));

  function file(path: string): ReleaseFile {
    const found = files.get(path);
    if (!found)
      throw new Error(
        `unknown file: ${path} is not in release ${manifest.dataset}/${manifest.release}; it holds ${[...files.keys()].join(", ")}`,
      );
    return found;
  }

  async function read(path: string): Promise<Uint8Array<ArrayBuffer>> {
    return downloadListed(new URL(path, manifestUrl), file(path), fetch);
  }

  return {
    file,
    read,
    readJson: async (path) => JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await read(path))),
  };
}

/** The bytes of a file that a manifest or a catalogue lists. Throws `IntegrityError` for one that differs. */
export async function downloadListed(
  url: URL,
  { path, bytes, sha256: expected }: Pick<ReleaseFile, "path" | "bytes" | "sha256">,
  fetch: typeof globalThis.fetch,
): Promise<Uint8Array<ArrayBuffer>> {
  const content = await download(url, fetch);
  if (content.byteLength !== bytes)
    throw new IntegrityError(mismatch(path, "bytes", String(content.byteLength), String(bytes)));
  const actual = await sha256(content);
  if (actual !== expected) throw new IntegrityError(mismatch(path, "sha256", actual, expected));
  return content;
}

/** The bytes at an address. Throws `FileMissing` where the server has none, `Error` where it does not give them. */
export async function download(url: URL, fetch: typeof globalThis.fetch): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  if (!response.ok) throw refusal(url, response);
  return new Uint8Array(await response.arrayBuffer());
}

/** What a response that brings no bytes of the file says, as an error. */
export function refusal(url: URL, { status, statusText }: Response): Error {
  const text = `cannot read ${url}: the server answered ${status} ${statusText}`;
  return status === 404 || status === 410 ? new FileMissing(text) : new Error(text);
}

export function mismatch(path: string, what: string, actual: string, expected: string): string {
  return `file differs from its manifest: ${path} has ${what} ${actual}, expected ${expected}; nothing of it was used`;
}
