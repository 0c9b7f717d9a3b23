import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "somebody who is the one counted in a cell knows what the other hidden cell is at most",
  expected: { rule: "insider" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
T,61,
F,50,
M,1,hidden
O,10,hidden
P,0,hidden
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } }, insiders: 1 },
    ),
} satisfies Attack;
