import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a column of the table that the policy does not know",
  expected: { error: "undeclared column" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status,remarks
T,100,,ask Mara
F,60,,
M,40,,
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } },
    ),
} satisfies Attack;
