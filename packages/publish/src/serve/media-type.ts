import { basename, extname } from "node:path";
import { contentType } from "mime-types";
import { mediaTypes } from "../release/release-content.ts";

/** What the formats of releases are called, and what the library's table of endings calls something else. */
const own = new Map<string, string>([
  ...Object.entries(mediaTypes).map(([ending, type]) => [`.${ending}`, type] as const),
  [".csv", "text/csv; charset=utf-8"],
  [".json", "application/json"],
  // types of TypeScript, not a film
  [".ts", "text/plain; charset=utf-8"],
  [".mts", "text/plain; charset=utf-8"],
]);

/** The media type a file is served with, by its name; bytes without a meaning where the ending is not known. */
export function mediaTypeOf(file: string): string {
  if (file.endsWith("-metadata.json")) return mediaTypes.csvm;
  const ending = extname(file).toLowerCase();
  return own.get(ending) ?? (contentType(basename(file).toLowerCase()) || "application/octet-stream");
}

/** Whether a file's type is text to a compressor; pictures, fonts, workbooks and databases are not. */
export function isCompressible(file: string): boolean {
  return /^text\/|[/+](json|xml|javascript|wasm)\b/.test(mediaTypeOf(file));
}
