import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a zero is printed: nobody is counted in it",
  expected: "safe",
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
T,100,
F,60,
M,40,
O,0,
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } },
    ),
} satisfies Attack;
