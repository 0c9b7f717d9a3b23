import { z } from "zod";
import { grains } from "../time/grains.ts";
import { readPeriod } from "../time/read-period.ts";
import { kinds } from "./kinds.ts";
import { attributes, checkStructure, type Structure as Checked } from "./structure.ts";

export const Texts = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.string().min(1));

const Code = z.strictObject({ code: z.string(), name: Texts, parent: z.string().optional() });

export const CodeList = z.strictObject({
  id: z.string().min(1),
  name: Texts.optional(),
  codes: z.array(Code).min(1),
});

export const StructureDimension = z.strictObject({
  id: z.string(),
  name: Texts,
  concept: z.string().optional(),
  codeList: z.string(),
  total: z.string().optional(),
  role: z.literal("counterpart").optional(),
  open: z.boolean().optional(),
});

export const AreaList = z.strictObject({
  levels: z.array(z.strictObject({ id: z.string(), name: Texts })),
  codes: z.array(
    Code.extend({
      level: z.string().optional(),
      m49: z
        .string()
        .regex(/^\d{3}$/)
        .optional(),
    }),
  ),
  groups: z.array(z.strictObject({ id: z.string(), name: Texts, areas: z.array(z.string()) })),
});

/** The shape of a dataset's figures, checked against itself. */
export const Structure = z
  .strictObject({
    dimensions: z.array(StructureDimension),
    codeLists: z.array(CodeList),
    areas: AreaList,
    attributes: z.array(z.enum(attributes)),
    time: z
      .strictObject({ firstMonth: z.int().min(1).max(12).optional(), yearsTogether: z.boolean().optional() })
      .optional(),
  })
  .superRefine((structure: Checked, context) => {
    try {
      checkStructure(structure);
    } catch (cause) {
      context.addIssue({ code: "custom", message: (cause as Error).message });
    }
  });
export type Structure = z.infer<typeof Structure>;

/** A period as rows hold it: a whole number for a calendar year, else SDMX's text in its canonical form. */
export const PeriodCode = z.union([
  z.int().min(1900).max(2100),
  z.string().refine(isCanonical, { error: "expected SDMX's text of a period such as 2022-Q3 or 2022-03" }),
]);

export const Grain = z.enum(grains);

/** What figures count or are measured in. */
export const Unit = z.strictObject({
  id: z.string(),
  one: z.string(),
  other: z.string(),
  kind: z.enum(kinds).optional(),
  decimals: z.int().min(0).max(10).optional(),
  multiplier: z.int().min(-9).max(12).optional(),
  base: PeriodCode.optional(),
});

function isCanonical(text: string): boolean {
  try {
    return readPeriod(text).period === text;
  } catch {
    return false;
  }
}
