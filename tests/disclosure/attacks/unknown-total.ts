import { gateTables } from "../gate.ts";
import type { Attack } from "../gate.ts";

export default {
  title: "a total that no file has",
  expected: { error: "unknown total" },
  run: () =>
    gateTables(
      {
        t: `
sex,value,status
F,60,
M,40,
`,
      },
      { kind: "tables", k: 11, dimensions: { sex: { total: "T" } } },
    ),
} satisfies Attack;
