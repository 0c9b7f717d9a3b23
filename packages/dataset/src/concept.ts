import { z } from "zod";
import { AreaCode } from "./observation.ts";

/** One of the two crimes, as its Protocol defines it, and the laws against it that the record holds. Never mixed. */
export const Concept = z.strictObject({
  id: z.enum(["trafficking", "smuggling"]),
  title: z.string(),
  /** In plain words of our own; the treaty's own text counts. */
  definition: z.array(z.string()).min(1),
  protocol: z.string(),
  article: z.string(),
  url: z.url(),
  laws: z.array(z.strictObject({ area: AreaCode, title: z.string(), date: z.iso.date() })),
});
export type Concept = z.infer<typeof Concept>;
