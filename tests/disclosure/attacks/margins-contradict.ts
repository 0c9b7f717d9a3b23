import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "parts that do not add up to their total",
  expected: { error: "contradict" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
T,100,
F,60,
M,45,
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } },
    ),
} satisfies Attack;
