import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a hidden count and a hidden total",
  expected: "safe",
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
T,104,hidden
F,100,
M,4,hidden
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } },
    ),
} satisfies Attack;
