import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a count is written -3",
  expected: { error: "negative count" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
T,100,
F,-3,
M,40,
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } },
    ),
} satisfies Attack;
