import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "unknown and a blank stand side by side as two categories",
  expected: { rule: "missing-words" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
T,100,
F,40,
M,30,
Unknown,15,
n/a,15,
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } },
    ),
} satisfies Attack;
