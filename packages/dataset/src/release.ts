import { sha256 } from "./digest.ts";
import { Manifest } from "./manifest.ts";
import { download, IntegrityError, mismatch, releaseFiles, type ReleaseFiles } from "./release-files.ts";

export interface ReleaseOptions {
  readonly fetch: typeof globalThis.fetch;
  /** Expected sha256 of `manifest.json`, as the catalogue gives it; without it the manifest is trusted as served. */
  readonly sha256?: string;
}

/** An opened release: nothing leaves `read` that does not match the manifest byte for byte. */
export interface Release extends ReleaseFiles {
  readonly url: URL;
  readonly manifest: Manifest;
  readonly manifestSha256: string;
}

/**
 * Opens the release in the folder `url` (or at its `manifest.json`), checking length and sha256 of every file before use.
 * Throws `IntegrityError` for a file that differs, `Error` for one that cannot be had.
 */
export async function openRelease(
  url: string | URL,
  { fetch, sha256: expected }: ReleaseOptions,
): Promise<Release> {
  const manifestUrl = manifestAddress(url);
  const bytes = await download(manifestUrl, fetch);
  const manifestSha256 = await sha256(bytes);
  if (expected !== undefined && manifestSha256 !== expected)
    throw new IntegrityError(mismatch("manifest.json", "sha256", manifestSha256, expected));
  const manifest = parseManifest(bytes, manifestUrl);
  return {
    url: new URL(".", manifestUrl),
    manifest,
    manifestSha256,
    ...releaseFiles(manifestUrl, manifest, fetch),
  };
}

function manifestAddress(url: string | URL): URL {
  const address = new URL(url);
  if (address.pathname.endsWith("manifest.json")) return address;
  if (!address.pathname.endsWith("/")) address.pathname += "/";
  return new URL("manifest.json", address);
}

function parseManifest(bytes: Uint8Array, url: URL): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new IntegrityError(
      `not a manifest: ${url} is not JSON; a page or another file was served in its place`,
      { cause },
    );
  }
  const parsed = Manifest.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new IntegrityError(
    `not a manifest: ${url}, field ${issue?.path.join(".") || "(root)"}: ${issue?.message}`,
    { cause: parsed.error },
  );
}
