import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "the total is in one file, all parts but one in another",
  expected: { rule: "recoverable" },
  run: () =>
    gateTables(
      {
        totals: `
area,value,status
T,300,
a,100,
b,200,
`,
        parts: `
area,sex,value,status
a,F,94,
a,M,6,hidden
b,F,150,
b,M,50,
`,
      },
      {
        kind: "tables",
        k: 11,
        unlisted: "unknown",
        dimensions: { area: { total: "T" }, sex: { total: "T" } },
      },
    ),
} satisfies Attack;
