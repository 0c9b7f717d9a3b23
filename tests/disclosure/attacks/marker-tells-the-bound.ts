import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a marker <11 promises that the cell is small",
  expected: { rule: "recoverable" },
  run: () =>
    gateTables(
      {
        t: `
area,value,status
T,300,
a,<11,
b,200,hidden
c,96,hidden
`,
      },
      { kind: "tables", k: 11, dimensions: { area: { total: "T" } }, markers: { "<11": [1, 10] } },
    ),
} satisfies Attack;
