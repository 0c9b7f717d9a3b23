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
});
export type Catalog = z.infer<typeof Catalog>;
