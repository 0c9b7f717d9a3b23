import { z } from "zod";
import { Break } from "./indicator.ts";
import { dimensions } from "./codes.ts";

const Axis = z.strictObject({ name: z.string(), codes: z.array(z.union([z.string(), z.int()])) });

/** What must stand beside the figures of an indicator wherever they are shown. */
export const About = z.strictObject({
  title: z.string(),
  subject: z.string(),
  definition: z.string(),
  unit: z.strictObject({ id: z.string(), one: z.string(), other: z.string() }),
  /** Which end of a flow a counterpart is, where it is not the origin. */
  counterpartIs: z.literal("destination").optional(),
  measures: z.array(z.string()),
  period: z.tuple([z.int(), z.int()]),
  breaks: z.array(Break),
  caveats: z.array(z.string()),
  protection: z.string(),
  sources: z.array(
    z.strictObject({
      publisher: z.string(),
      title: z.string(),
      release: z.string(),
      licence: z.string(),
      url: z.string(),
    }),
  ),
});
export type About = z.infer<typeof About>;

/**
 * A dense cube in row-major order over `axes` (area, period, then each dimension of `by`, totals included):
 * everything needed to answer any sub-question about one indicator, its rates and shares included, from one small file.
 */
export const View = z.strictObject({
  schema: z.literal("yeelen-view/1"),
  dataset: z.string(),
  release: z.string(),
  indicator: z.string(),
  by: z.array(z.enum(dimensions)),
  axes: z.array(Axis),
  /** A number where `absence` has `.`, else null. */
  values: z.array(z.number().nullable()),
  /** One letter a cell, see `absenceLetters`. */
  absence: z.string(),
  /** Cell index, low, high of each cell known to lie in a range. */
  bounds: z.array(z.tuple([z.int(), z.number(), z.number()])),
  /** Persons, over its own axes (area, period, and sex and age where `by` has them); absent where a rate makes no sense. */
  population: z
    .strictObject({ axes: z.array(Axis), values: z.array(z.number().nullable()), source: z.string() })
    .optional(),
  /** What must stand beside the figures. */
  about: About,
});
export type View = z.infer<typeof View>;
