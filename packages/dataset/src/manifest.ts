import { z } from "zod";
import { dimensions } from "./codes.ts";
import { Indicator } from "./indicator.ts";
import { Source } from "./source.ts";

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, "expected 64 lower-case hexadecimal digits");

/** One file of a release. `path` is relative to the release folder; `bytes` and `sha256` are of the file as served, uncompressed. */
export const ReleaseFile = z.strictObject({
  path: z.string().regex(/^(?!.*\.\.)[a-z0-9][A-Za-z0-9._/-]*$/),
  bytes: z.int().nonnegative(),
  sha256: Sha256,
  mediaType: z.string(),
  /** The file's first bytes, for one that may be read by ranges and so is not hashed whole; of `.duckdb` files, their three headers. */
  head: z.strictObject({ bytes: z.int().positive(), sha256: Sha256 }).optional(),
  /** For `views/*.json`: which question the view answers. */
  view: z.strictObject({ indicator: z.string(), by: z.array(z.enum(dimensions)) }).optional(),
});
export type ReleaseFile = z.infer<typeof ReleaseFile>;

/** Under which rules the figures were protected, and what the audit found. Never names a cell. */
export const Protection = z.strictObject({
  policy: z.enum(["as-published", "enforce", "open"]),
  statement: z.string(),
  suppressedCells: z.int().nonnegative(),
  conflictingCells: z.int().nonnegative(),
  audit: z.enum(["passed", "as-published", "not-needed"]),
  /** Whose rules these are: ours under `enforce`, a publisher's under `as-published`, which were kept. */
  suppressedBy: z.string().optional(),
  /** The rules, a sentence each. */
  rules: z.array(z.string()).optional(),
  /** Smallest count that may be shown; where the rules are a publisher's, the first above the ranges it prints. */
  threshold: z.int().min(2).optional(),
  /** Figures of the release, hidden ones included. */
  cells: z.int().nonnegative().optional(),
  /** Share of these that are not hidden, from 0 to 1. */
  shareOfCellsKept: z.number().min(0).max(1).optional(),
  /** Share of the source's records or rows that the release is made of, from 0 to 1; not told of private records. */
  shareOfRecordsKept: z.number().min(0).max(1).optional(),
  /** What it was audited with. */
  versions: z.record(z.string(), z.string()).optional(),
});
export type Protection = z.infer<typeof Protection>;

/** Everything about one release. A release never changes: a correction is a new release. */
export const Manifest = z.strictObject({
  schema: z.literal("yeelen-manifest/1"),
  dataset: z.string(),
  release: z.string().regex(/^[0-9][0-9a-z.-]*$/),
  title: z.string(),
  areas: z.array(z.string()),
  indicators: z.array(Indicator),
  sources: z.array(Source),
  protection: Protection,
  files: z.array(ReleaseFile),
});
export type Manifest = z.infer<typeof Manifest>;
