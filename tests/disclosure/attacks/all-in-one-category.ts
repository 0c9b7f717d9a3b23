import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "everybody in a row suffered the same",
  expected: { rule: "small-count" },
  run: () =>
    gateTables(
      {
        t: `
area,form,value,status
a,T,60,
a,sexual,60,
a,labour,0,
b,T,90,
b,sexual,40,
b,labour,50,
T,T,150,
T,sexual,100,
T,labour,50,
`,
      },
      { kind: "tables", k: 11, dimensions: { area: { total: "T" }, form: { total: "T", sensitive: true } } },
    ),
} satisfies Attack;
