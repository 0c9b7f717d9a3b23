import { z } from "zod";
import { Absence } from "./absence.ts";
import { codeLists } from "./codes.ts";
import { specialCounterparts } from "./counterparts.ts";

const keysOf = <T extends object>(list: T) =>
  Object.keys(list) as [keyof T & string, ...(keyof T & string)[]];

export const AreaCode = z.string().regex(/^[A-Z]{3}$/, "expected an ISO 3166-1 alpha-3 code such as MLI");
export const Period = z.int().min(1900).max(2100);
export const CounterpartCode = z.union([AreaCode, z.enum(keysOf(specialCounterparts))]);

/**
 * One row of the one tidy table. `value` is a number or null; when null, `absence` says why.
 * `low` and `high` bound the true value where it is known to lie in a range, and equal `value` where it is known.
 */
export const Observation = z
  .strictObject({
    dataset: z.string(),
    indicator: z.string(),
    area: AreaCode,
    period: Period,
    sex: z.enum(keysOf(codeLists.sex)),
    age: z.enum(keysOf(codeLists.age)),
    exploitation: z.enum(keysOf(codeLists.exploitation)),
    counterpart: CounterpartCode,
    value: z.number().nonnegative().nullable(),
    low: z.number().nonnegative().nullable(),
    high: z.number().nonnegative().nullable(),
    absence: Absence.nullable(),
    note: z.string(),
  })
  .refine((row) => (row.value === null) !== (row.absence === null), {
    error: "expected either a value or the reason for its absence, never both, never neither",
  })
  .refine((row) => row.value === null || (row.low === row.value && row.high === row.value), {
    error: "expected low and high to equal a known value",
  })
  .refine(
    (row) => row.absence !== "suppressed" || (row.low !== null && row.high !== null && row.low < row.high),
    {
      error: "expected a suppressed cell to carry the range it was published as",
    },
  );
export type Observation = z.infer<typeof Observation>;

/** Columns of `observations.*`, in order. */
export const observationColumns = Object.keys(Observation.shape) as readonly (keyof Observation)[];
