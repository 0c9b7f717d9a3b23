import { strToU8, zipSync } from "fflate";
import { findCanaries } from "../../../packages/disclosure/src/index.ts";
import type { Attack } from "../gate.ts";

const workbook = zipSync({
  "xl/worksheets/sheet1.xml": strToU8("<sheetData><row><c><v>12</v></c></row></sheetData>"),
  "xl/pivotCache/pivotCacheRecords1.xml": strToU8('<r><s v="Kalinda-case-4711"/></r>'),
});

export default {
  title: "a spreadsheet's pivot cache keeps the rows it was made from",
  expected: { rule: "kept-value" },
  run: async () => {
    const found = await findCanaries([{ path: "tables.xlsx", bytes: workbook }], ["Kalinda-case-4711"]);
    return { rules: found.map(() => "kept-value") };
  },
} satisfies Attack;
