import { z } from "zod";

/**
 * `dataset.json`: what a folder of figures is called and under which rules it may be published.
 * `as-published` keeps a publisher's own suppression, `enforce` protects figures computed from records,
 * `open` is for figures that are about no person (treaties, population).
 */
export const DatasetConfig = z.strictObject({
  title: z.string().min(1),
  policy: z.enum(["as-published", "enforce", "open"]),
  /** How the figures were protected, one sentence, shown beside every figure. */
  statement: z.string().min(1),
  /** Under `as-published`: the smallest count that the publisher prints, where no printed range tells it. */
  threshold: z.int().min(2).optional(),
  /** The dataset whose `population` indicator is the denominator of rates. */
  population: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
  /** Indicators whose cells count the same persons where their codes are the same; an audit relates them. */
  linked: z.array(z.array(z.string()).min(2)).optional(),
});
export type DatasetConfig = z.infer<typeof DatasetConfig>;
