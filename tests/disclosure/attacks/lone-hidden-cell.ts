import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "one hidden cell in a row is the total minus the rest",
  expected: { rule: "recoverable" },
  run: () =>
    gateTables(
      {
        a: `
sex,value,status
T,120,
F,113,
M,7,hidden
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } },
    ),
} satisfies Attack;
