import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "two hidden cells sum to nothing",
  expected: { rule: "recoverable" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
T,50,
F,50,
M,0,hidden
O,0,hidden
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } },
    ),
} satisfies Attack;
