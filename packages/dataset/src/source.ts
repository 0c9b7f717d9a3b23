import { z } from "zod";

/** Where figures come from, and what happened to every row that was read: rowsRead = rowsKept + the sum of leftOut. */
export const Source = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: z.string(),
    publisher: z.string(),
    release: z.string(),
    licence: z.string(),
    url: z.url(),
    file: z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    rowsRead: z.int().nonnegative(),
    rowsKept: z.int().nonnegative(),
    leftOut: z.array(z.strictObject({ reason: z.string(), rows: z.int().nonnegative() })),
    /** Labels of the source that no code could be found for, with the number of rows each stands in. */
    unmapped: z.array(z.strictObject({ column: z.string(), label: z.string(), rows: z.int() })),
    /** What was noticed and mended, or marked: one sentence each, in the project's own words. */
    remarks: z.array(z.string()),
  })
  .refine(
    (source) =>
      source.rowsRead === source.rowsKept + source.leftOut.reduce((sum, part) => sum + part.rows, 0),
    {
      error: "expected rowsRead to equal rowsKept plus all rows left out",
    },
  );
export type Source = z.infer<typeof Source>;
