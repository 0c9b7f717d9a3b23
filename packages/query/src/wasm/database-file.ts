import { FileMissing, IntegrityError, refusal, sha256, type ReleaseFile } from "@yeelen/dataset/plain";
import type { OpenedRelease } from "../catalog/open-release.ts";
import { EngineUnavailable } from "../engine-unavailable.ts";
import { databaseFile } from "../sql/session-sql.ts";
import type { AttachOptions } from "./attach.ts";

/** The verified bytes of a database file, or the address from which its parts may be read. */
export type DatabaseContent = Uint8Array | URL;

// checksum (8 bytes), "DUCK", storage version
const magicEnd = 16;

/** Fetches a release's database file, or finds that it can be read by ranges. Throws `IntegrityError`, `FileMissing`, `EngineUnavailable`. */
export async function fetchDatabase(
  release: OpenedRelease,
  { fetch, wholeUpTo, wholeAtMost, onBytes }: AttachOptions,
): Promise<DatabaseContent> {
  const file = release.file(databaseFile);
  const { bytes } = file;
  const url = new URL(databaseFile, release.url);
  if (bytes > wholeUpTo && (await hasRanges(url, file, fetch))) return url;
  if (bytes > wholeAtMost)
    throw new EngineUnavailable(
      "wasm",
      `${release.id} has ${Math.round(bytes / 1e6)} MB and its host does not serve parts of files`,
    );
  onBytes(0, bytes);
  const content = await release.read(databaseFile);
  onBytes(bytes, bytes);
  return content;
}

/**
 * Whether the host serves parts of the file. Its head must be the one in the manifest: it names the blocks that hold all
 * else, each under a checksum of its own.
 */
async function hasRanges(
  url: URL,
  { bytes, head }: ReleaseFile,
  fetch: typeof globalThis.fetch,
): Promise<boolean> {
  const length = head?.bytes ?? magicEnd;
  const response = await fetch(url, { headers: { Range: `bytes=0-${length - 1}` } });
  if (response.status !== 206) {
    await response.body?.cancel();
    const refused = refusal(url, response);
    if (refused instanceof FileMissing) throw refused;
    return false;
  }
  const start = new Uint8Array(await response.arrayBuffer());
  const total = Number(response.headers.get("Content-Range")?.split("/")[1]);
  const magic = new TextDecoder().decode(start.slice(8, 12));
  if (start.byteLength !== length || magic !== "DUCK" || (total && total !== bytes))
    throw new IntegrityError(
      `file differs from its manifest: ${databaseFile} has ${total} bytes and begins with ${JSON.stringify(magic)}, expected ${bytes} and "DUCK"; nothing of it was used`,
    );
  const actual = head && (await sha256(start));
  if (actual !== head?.sha256)
    throw new IntegrityError(
      `file differs from its manifest: ${databaseFile} has sha256 ${actual} in its first ${length} bytes, expected ${head?.sha256}; nothing of it was used`,
    );
  return true;
}
