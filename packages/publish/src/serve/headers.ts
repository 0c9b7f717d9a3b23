import type { Stats } from "node:fs";
import type { ServerResponse } from "node:http";
import type { Coding } from "./coding.ts";
import { isCompressible, mediaTypeOf } from "./media-type.ts";

/**
 * What a host of releases must say about a file: its media type, that any site may read it (pages aside), that any page
 * may show it, and for how long it holds. A release and what the site's build names by content never change; a
 * catalogue is asked for each time.
 */
export function setHeaders(response: ServerResponse, file: string): void {
  const path = file.replaceAll("\\", "/");
  const type = mediaTypeOf(path);
  response.setHeader("Content-Type", type);
  response.setHeader("Accept-Ranges", "bytes");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Cache-Control", caching(path));
  response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  if (isCompressible(path)) response.setHeader("Vary", "Accept-Encoding");
  if (type.startsWith("text/html")) {
    // a page that isolates itself shows frames that do the same, and no others
    if (inFrames.test(path)) response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    return;
  }
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Access-Control-Expose-Headers", "Accept-Ranges, Content-Length, Content-Range, ETag");
  response.setHeader("Timing-Allow-Origin", "*");
}

/** Which bytes these are: a strong tag, for a range may be continued by it, and another one for each coding. */
export function setVersion(response: ServerResponse, sent: Stats, coding: Coding | undefined): void {
  const version = `${sent.size.toString(16)}-${Math.round(sent.mtimeMs * 1000).toString(16)}`;
  response.setHeader("ETag", coding ? `"${version}-${coding.name}"` : `"${version}"`);
}

function caching(path: string): string {
  if (path.endsWith("/catalog.json")) return "no-store";
  const lasting = inRelease.test(path) || path.includes("/_app/immutable/");
  return lasting ? "public, max-age=31536000, immutable" : "no-cache";
}

/** Pages that are made to stand on a partner's page. */
const inFrames = /\/(widgets|embed)\/(.*\/)?[^/]+\.html$/;

const inRelease =
  /\/[a-z0-9-]+\/\d[0-9a-z.-]*\/((views|charts)\/[^/]+|[^/]+\.(json|jsonld|csv|parquet|arrow|duckdb|xlsx))$/;
