import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a threshold that protects nobody",
  expected: { error: "threshold protects nobody" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
T,100,
`,
      },
      { kind: "tables", k: 1, dimensions: { sex: {} } },
    ),
} satisfies Attack;
