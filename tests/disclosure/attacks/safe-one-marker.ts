import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "one marker for all hidden cells",
  expected: "safe",
  run: () =>
    gateTables(
      {
        t: `
area,value,status
T,300,
a,4,hidden
b,96,hidden
c,100,
d,100,
`,
      },
      { kind: "tables", k: 11, dimensions: { area: { total: "T" } } },
    ),
} satisfies Attack;
