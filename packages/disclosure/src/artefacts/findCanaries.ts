import { unpack } from "./unpack.ts";

/** A value that must not be in a file, and where it was found. */
export interface FoundCanary {
  readonly canary: string;
  /** The file's path; for an archive also the entry. */
  readonly path: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
}

export interface PublishedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Searches published bytes for values that were removed: as text in three encodings, in composed and decomposed
 * Unicode, within gzip, zip (so within spreadsheets and their caches) and in the paths themselves.
 *
 * It sees what lies there as text. A Parquet page compressed with Snappy or Zstandard has to be read first.
 */
export async function findCanaries(
  files: readonly PublishedFile[],
  canaries: readonly string[],
): Promise<FoundCanary[]> {
  const found: FoundCanary[] = [];
  for (const canary of canaries) {
    if (canary === "") throw new Error("empty canary: it would be found everywhere");
  }
  for (const file of files) {
    for (const { path, bytes } of [file, ...(await unpack(file))]) {
      for (const canary of canaries) {
        if (path.normalize("NFC").includes(canary.normalize("NFC")))
          found.push({ canary, path, encoding: "utf-8" });
        for (const encoding of ["utf-8", "utf-16le", "utf-16be"] as const) {
          const needles = [canary.normalize("NFC"), canary.normalize("NFD")].map((text) =>
            encode(text, encoding),
          );
          if (needles.some((needle) => indexOf(bytes, needle) !== -1)) found.push({ canary, path, encoding });
        }
      }
    }
  }
  return found;
}

function encode(text: string, encoding: "utf-8" | "utf-16le" | "utf-16be"): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), encoding === "utf-16le");
  return bytes;
}

function indexOf(bytes: Uint8Array, needle: Uint8Array): number {
  const first = needle[0]!;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let i = 1;
    while (i < needle.length && bytes[at + i] === needle[i]) i++;
    if (i === needle.length) return at;
  }
  return -1;
}
