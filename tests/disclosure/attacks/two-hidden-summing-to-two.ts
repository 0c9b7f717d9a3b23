import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "two hidden cells sum to two",
  expected: { rule: "recoverable" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
T,52,
F,50,
M,1,hidden
O,1,hidden
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } },
    ),
} satisfies Attack;
