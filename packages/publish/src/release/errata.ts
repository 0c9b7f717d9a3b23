import { z } from "zod";

/**
 * `errata.json` beside a dataset's figures: what later turned out about its releases. Kept there so that a catalogue
 * built anew says the same.
 */
export const Errata = z.array(
  z.strictObject({
    release: z.string(),
    status: z.enum(["superseded", "withdrawn"]),
    reason: z.string().min(1),
    date: z.iso.date(),
    by: z.string().optional(),
  }),
);
export type Errata = z.infer<typeof Errata>;
