import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "categories that say what happened are mixed in every row",
  expected: "safe",
  run: () =>
    gateTables(
      {
        t: `
area,form,value,status
a,T,60,
a,sexual,35,
a,labour,25,
b,T,90,
b,sexual,40,
b,labour,50,
T,T,150,
T,sexual,75,
T,labour,75,
`,
      },
      { kind: "tables", k: 11, dimensions: { area: { total: "T" }, form: { total: "T", sensitive: true } } },
    ),
} satisfies Attack;
