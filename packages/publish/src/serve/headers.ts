import { extname } from "node:path";
import type { ServerResponse } from "node:http";
import { mediaTypes } from "../release/release-content.ts";

const mediaTypeOf = new Map<string, string>([
  ...Object.entries(mediaTypes).map(([ending, type]) => [`.${ending}`, type] as const),
  [".csv", "text/csv; charset=utf-8"],
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".mjs", "text/javascript; charset=utf-8"],
  [".wasm", "application/wasm"],
  [".woff2", "font/woff2"],
]);

/**
 * What a host of releases must say about a file: its media type, that any site may read it (pages aside), and for how
 * long it holds. A release and what the site's build names by content never change; a catalogue is asked for each time.
 */
export function setHeaders(response: ServerResponse, file: string): void {
  const path = file.replaceAll("\\", "/");
  const type = path.endsWith("-metadata.json")
    ? mediaTypes.csvm
    : mediaTypeOf.get(extname(path).toLowerCase());
  if (type !== undefined) response.setHeader("Content-Type", type);
  response.setHeader("Accept-Ranges", "bytes");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Cache-Control", caching(path));
  if (type?.startsWith("text/html")) return;
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Access-Control-Expose-Headers", "Accept-Ranges, Content-Length, Content-Range, ETag");
  response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  response.setHeader("Timing-Allow-Origin", "*");
}

function caching(path: string): string {
  if (path.endsWith("/catalog.json")) return "no-store";
  const lasting = inRelease.test(path) || path.includes("/_app/immutable/");
  return lasting ? "public, max-age=31536000, immutable" : "no-cache";
}

const inRelease =
  /\/[a-z0-9-]+\/\d[0-9a-z.-]*\/((views|charts)\/[^/]+|[^/]+\.(json|jsonld|csv|parquet|arrow|duckdb|xlsx))$/;
