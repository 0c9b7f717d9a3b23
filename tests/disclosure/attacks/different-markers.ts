import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "small counts are marked s, the cells that cover them c",
  expected: { rule: "markers" },
  run: () =>
    gateTables(
      {
        t: `
area,value,status
T,300,
a,4,s
b,96,c
c,100,
d,100,
`,
      },
      { kind: "tables", k: 11, dimensions: { area: { total: "T" } }, statuses: { hidden: ["s", "c"] } },
    ),
} satisfies Attack;
