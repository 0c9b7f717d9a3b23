import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "two tables, each safe alone, share a margin",
  expected: { rule: "recoverable" },
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
        by_age: `
area,sex,age,value,status
a,M,LT18,0,
a,M,GE18,4,hidden
b,M,LT18,30,
b,M,GE18,46,
b,M,T,76,
`,
      },
      {
        kind: "tables",
        k: 11,
        unlisted: "unknown",
        dimensions: { area: { total: "T" }, sex: { total: "T" }, age: { total: "T" } },
      },
    ),
} satisfies Attack;
