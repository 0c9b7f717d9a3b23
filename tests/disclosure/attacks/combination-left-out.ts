import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a row left out instead of hidden",
  expected: { error: "combination not listed" },
  run: () =>
    gateTables(
      {
        t: `
area,sex,value,status
T,T,100,
T,F,60,
T,M,40,
a,T,100,
a,F,60,
`,
      },
      { kind: "tables", k: 11, dimensions: { area: { total: "T" }, sex: { total: "T" } } },
    ),
} satisfies Attack;
