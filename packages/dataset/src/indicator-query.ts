import { z } from "zod";
import { dimensions, type Dimension } from "./codes.ts";
import { measures } from "./measures.ts";

const Code = z.string().regex(/^[A-Z][A-Z0-9]*$/);
const AreaOrGroup = z.string().regex(/^([A-Z]{3}|all|programme|region:[a-z]+)$/);
const Year = z.int().min(1900).max(2100);

const lastYears = /^last-([1-9]\d?|1\d\d|200)$/;
// a template literal keeps the type, but checks neither range nor leading zeros of its number
const LastYears = z
  .templateLiteral(["last-", z.int()])
  .refine((text) => lastYears.test(text), { error: "expected last-1 to last-200" })
  .meta({ pattern: lastYears.source });

// an object, not a record: a record lets a key named __proto__ pass unseen
const Where = z.strictObject({
  sex: Code.exactOptional(),
  age: Code.exactOptional(),
  exploitation: Code.exactOptional(),
  counterpart: Code.exactOptional(),
} satisfies Record<Dimension, unknown>);

/**
 * A question: the one small object from which every figure, chart, table, address and download is made.
 * A dimension neither in `by` nor in `where` stands at its total. `measure` is `value` if left out,
 * `release` the newest one (else `<dataset>/<release>`), `period` a first and a last year, `latest`
 * (the newest year with a figure, for each area), or `last-<n>` (the newest n years of the indicator).
 */
export const IndicatorQuery = z.strictObject({
  indicator: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  areas: z.array(AreaOrGroup).min(1).max(300),
  period: z.union([
    z
      .tuple([Year, Year])
      .refine(([first, last]) => first <= last, { error: "expected the first year before the last" }),
    z.literal("latest"),
    LastYears,
  ]),
  by: z.array(z.enum(dimensions)).max(dimensions.length).optional(),
  where: Where.optional(),
  measure: z.enum(measures).optional(),
  release: z
    .string()
    .regex(/^[a-z0-9-]+\/[0-9][0-9a-z.-]*$/)
    .optional(),
  order: z.enum(["key", "value", "-value"]).optional(),
  limit: z.int().min(1).max(100_000).optional(),
});
export type IndicatorQuery = z.infer<typeof IndicatorQuery>;
