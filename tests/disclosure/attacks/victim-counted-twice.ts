import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a count is larger than the persons behind it",
  expected: { rule: "repeated-person" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,persons,status
T,120,117,
F,100,97,
M,20,20,
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } }, columns: { persons: "persons" } },
    ),
} satisfies Attack;
