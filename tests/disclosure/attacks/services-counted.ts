import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "thirty services to three persons look like a safe thirty",
  expected: { rule: "not-persons" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
T,130,
F,100,
M,30,
`,
      },
      { kind: "tables", k: 11, unit: "services", dimensions: { sex: { total: "T" } } },
    ),
} satisfies Attack;
