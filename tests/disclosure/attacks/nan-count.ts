import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a count is written NaN",
  expected: { error: "value is not a number" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
T,100,
F,NaN,
M,40,
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } },
    ),
} satisfies Attack;
