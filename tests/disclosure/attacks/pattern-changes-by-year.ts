import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "hidden cells change from year to year, sums over the years are printed",
  expected: { rule: "recoverable" },
  run: () =>
    gateTables(
      {
        t: `
area,period,value,status
a,2020,4,hidden
b,2020,50,hidden
c,2020,46,
T,2020,100,
a,2021,20,
b,2021,8,hidden
c,2021,72,hidden
T,2021,100,
a,T,24,
b,T,58,hidden
c,T,118,hidden
T,T,200,
`,
      },
      { kind: "tables", k: 11, dimensions: { area: { total: "T" }, period: { total: "T" } } },
    ),
} satisfies Attack;
