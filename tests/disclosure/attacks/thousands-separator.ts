import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a count is written 1 192",
  expected: { error: "not a count" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
T,100,
F,1 192,
M,40,
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } },
    ),
} satisfies Attack;
