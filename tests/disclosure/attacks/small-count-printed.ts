import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a count of four is printed",
  expected: { rule: "small-count" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
T,104,
F,100,
M,4,
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } },
    ),
} satisfies Attack;
