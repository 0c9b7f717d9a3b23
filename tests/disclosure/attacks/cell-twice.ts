import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "the same cell in two rows",
  expected: { error: "cell twice" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
T,100,
F,60,
F,60,
M,40,
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } },
    ),
} satisfies Attack;
