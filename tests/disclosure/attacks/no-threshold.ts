import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a policy without a threshold",
  expected: { error: "no threshold" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
T,100,
`,
      },
      { kind: "tables", dimensions: { sex: {} } },
    ),
} satisfies Attack;
