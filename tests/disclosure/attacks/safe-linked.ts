import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "two files that share a margin and hide the same cells",
  expected: "safe",
  run: () =>
    gateTables(
      {
        by_sex: `
area,sex,value,status
T,T,200,
T,F,120,
T,M,80,
a,T,100,
a,F,96,hidden
a,M,4,hidden
b,T,100,
b,F,24,hidden
b,M,76,hidden
`,
        by_area: `
area,value,status
T,200,
a,100,
b,100,
`,
      },
      { kind: "tables", k: 11, dimensions: { area: { total: "T" }, sex: { total: "T" } } },
    ),
} satisfies Attack;
