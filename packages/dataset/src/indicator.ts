import { z } from "zod";
import { dimensions, subjects } from "./codes.ts";
import { measures } from "./measures.ts";
import { AreaCode, Period } from "./observation.ts";

/** A point where a series stops being comparable with its own past. The first period of the new series. */
export const Break = z.strictObject({ area: AreaCode, period: Period, reason: z.string() });
export type Break = z.infer<typeof Break>;

/** What is counted, by whom, and how it may and may not be read. Texts are English; translations live beside. */
export const Indicator = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  dataset: z.string(),
  title: z.string(),
  subject: z.enum(subjects),
  /** What is counted, one sentence. */
  definition: z.string(),
  /** Who counts it, one sentence. */
  countedBy: z.string(),
  unit: z.strictObject({ id: z.string(), one: z.string(), other: z.string() }),
  dimensions: z.array(z.enum(dimensions)),
  /** Which end of a flow a counterpart is, where it is not the origin: people go from the area to it. */
  counterpartIs: z.literal("destination").optional(),
  codes: z.partialRecord(z.enum(dimensions), z.array(z.string())),
  measures: z.array(z.enum(measures)),
  /** First and last year the source asks for. Earlier years are `not-collected`, later ones `pending`. */
  period: z.tuple([Period, Period]),
  breaks: z.array(Break),
  caveats: z.array(z.string()),
  comparableWith: z.array(z.string()),
  notComparableWith: z.array(z.strictObject({ indicator: z.string(), reason: z.string() })),
  updates: z.string(),
});
export type Indicator = z.infer<typeof Indicator>;
