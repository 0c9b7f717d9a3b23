import { z } from "zod";
import { Sha256 } from "./manifest.ts";

/** A release as the catalogue knows it. `manifest` is a path relative to the catalogue. */
export const CatalogRelease = z.strictObject({
  release: z.string(),
  manifest: z.string(),
  sha256: Sha256,
  status: z.enum(["current", "earlier", "superseded", "withdrawn"]),
  /** Why it was superseded or withdrawn, since when, and by which release, if any. */
  erratum: z.strictObject({ reason: z.string(), date: z.iso.date(), by: z.string().optional() }).optional(),
});
export type CatalogRelease = z.infer<typeof CatalogRelease>;

/**
 * The words beside an indicator's figures in a language, at `texts/<indicator>.<language>.json`. They are no part of a
 * release, since a better word for a caveat makes no new figures; so it is the catalogue that vouches for them.
 */
export const CatalogText = z.strictObject({
  path: z.string().regex(/^texts\/[a-z0-9-]+\.[a-z]{2}\.json$/),
  bytes: z.int().nonnegative(),
  sha256: Sha256,
});
export type CatalogText = z.infer<typeof CatalogText>;

/** Where the texts of an indicator in a language lie, below the catalogue. */
export function textPath(indicator: string, language: string): string {
  return `texts/${indicator}.${language}.json`;
}

/** The one short-lived file: which datasets there are, their releases (newest first) and which indicator lives where. */
export const Catalog = z.strictObject({
  schema: z.literal("yeelen-catalog/1"),
  datasets: z.array(
    z.strictObject({
      dataset: z.string(),
      title: z.string(),
      indicators: z.array(z.string()),
      releases: z.array(CatalogRelease).min(1),
    }),
  ),
  texts: z.array(CatalogText).optional(),
});
export type Catalog = z.infer<typeof Catalog>;
